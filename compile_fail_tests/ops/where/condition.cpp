// SPDX-License-Identifier: BSL-1.0
// The condition is bool.
// expect: where: the condition holds float32, bool is wanted; ne(condition, 0) is true where it is not 0
#include <shapeproof/ops/where.hpp>
using namespace shapeproof;

Tensor<BAD_OR_GOOD(float, bool), Shape<3>> condition;
Tensor<float, Shape<3>> x;
auto y = where(condition, x, 0);  // error here
