// SPDX-License-Identifier: BSL-1.0
// Element types are not mixed silently.
// expect: matmul: float32 on the left and float64 on the right; cast<float>(right) or cast<double>(left) makes them equal
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
Tensor<BAD_OR_GOOD(double, float), Shape<3, 5>> y;
auto z = matmul(x, y);  // error here
