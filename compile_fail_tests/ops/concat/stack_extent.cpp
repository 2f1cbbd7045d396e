// SPDX-License-Identifier: BSL-1.0
// What is stacked is of one shape.
// expect: stack along axis 0: axis 1 is 3 in operand 0 and 4 in operand 1; all axes must be equal
#include <shapeproof/ops/concat.hpp>
using namespace shapeproof;

auto f(const Tensor<float, Shape<2, 3>>& x, const Tensor<float, Shape<2, BAD_OR_GOOD(4, 3)>>& z) {
  return stack<0>(x, z);  // error here
}
