// SPDX-License-Identifier: BSL-1.0
// Wherever a name stands in two operands, it is declared alike.
// expect: add: axis 1 of the right operand has a name that the left one declares otherwise; declare it once
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

inline constexpr auto T = axis("T"), Long = axis("T").at_least(2);
auto f(const Tensor<float, Shape<Long, dyn>>& x, const Tensor<float, Shape<dyn, BAD_OR_GOOD(T, Long)>>& y) {
  return x + y;  // error here
}
