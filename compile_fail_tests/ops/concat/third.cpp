// SPDX-License-Identifier: BSL-1.0
// The sentence says which operand differs.
// expect: concat along axis 0: axis 1 is 3 in operand 0 and 4 in operand 2; all axes but the joined one must be equal
#include <shapeproof/ops/concat.hpp>
using namespace shapeproof;

auto f(const Tensor<float, Shape<2, 3>>& x, const Tensor<float, Shape<2, BAD_OR_GOOD(4, 3)>>& z) {
  return concat<0>(x, x, z);  // error here
}
