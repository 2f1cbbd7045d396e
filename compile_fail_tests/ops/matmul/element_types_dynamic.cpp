// SPDX-License-Identifier: BSL-1.0
// Element types are known at compile time, also of tensors whose shape is not.
// expect: matmul: float32 on the left and float64 on the right; cast<float>(right) or cast<double>(left) makes them equal
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

DynamicTensor<float> x;
DynamicTensor<BAD_OR_GOOD(double, float)> y;
auto z = matmul(x, y);  // error here
