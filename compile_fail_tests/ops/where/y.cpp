// SPDX-License-Identifier: BSL-1.0
// The condition has the shape of the second choice, also where the first is a scalar.
// expect: where (condition, y): axis 0 is 2 on the left and 3 on the right; they must be equal
#include <shapeproof/ops/where.hpp>
using namespace shapeproof;

Tensor<bool, Shape<2>> condition;
Tensor<float, Shape<BAD_OR_GOOD(3, 2)>> y;
auto z = where(condition, 0, y);  // error here
