// SPDX-License-Identifier: BSL-1.0
// Both choices have one element type.
// expect: where: float32 on the left and float64 on the right; cast<float>(right) or cast<double>(left) makes them equal
#include <shapeproof/ops/where.hpp>
using namespace shapeproof;

Tensor<bool, Shape<2>> condition;
Tensor<float, Shape<2>> x;
Tensor<BAD_OR_GOOD(double, float), Shape<2>> y;
auto z = where(condition, x, y);  // error here
