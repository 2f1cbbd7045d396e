// SPDX-License-Identifier: BSL-1.0
// Two operands declare a name alike.
// expect: add: axis 0 is T on the left and T on the right, with a name that is declared in two ways; declare it once
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

inline constexpr auto T = axis("T"), Long = axis("T").at_least(2);
auto f(const Tensor<float, Shape<Long>>& x, const Tensor<float, Shape<BAD_OR_GOOD(T, Long)>>& y) {
  return x + y;  // error here
}
