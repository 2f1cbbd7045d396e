// SPDX-License-Identifier: BSL-1.0
// One name holds one number in all operands.
// expect: concat: axis 0 of operand 1 is N(4), but an operand before it says otherwise; a name holds one number
#include <shapeproof/ops/concat.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Tensor<float, Shape<N(2), 3>>& x, const Tensor<float, Shape<N(BAD_OR_GOOD(4, 2)), 3>>& z) {
  return concat<0>(x, z);  // error here
}
