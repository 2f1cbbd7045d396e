// SPDX-License-Identifier: BSL-1.0
// One name holds one number in all operands, on whatever axis it stands.
// expect: add: axis 1 of the right operand is N(4), but the left operand says otherwise; a name holds one number
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Tensor<float, Shape<N(3), dyn>>& x, const Tensor<float, Shape<dyn, N(BAD_OR_GOOD(4, 3))>>& y) {
  return x + y;  // error here
}
