// SPDX-License-Identifier: BSL-1.0
// One name holds one number in all operands.
// expect: stack: axis 1 of operand 1 is N(4), but an operand before it says otherwise; a name holds one number
#include <shapeproof/ops/concat.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Tensor<float, Shape<N(3), dyn>>& x, const Tensor<float, Shape<dyn, N(BAD_OR_GOOD(4, 3))>>& z) {
  return stack<0>(x, z);  // error here
}
