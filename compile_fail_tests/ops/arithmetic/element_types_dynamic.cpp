// SPDX-License-Identifier: BSL-1.0
// Element types are known at compile time, also of tensors whose shape is not.
// expect: mul: float32 on the left and int32 on the right; cast<float>(right) or cast<std::int32_t>(left) makes them equal
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

DynamicTensor<float> x;
DynamicTensor<BAD_OR_GOOD(std::int32_t, float)> y;
auto z = x * y;  // error here
