// SPDX-License-Identifier: BSL-1.0
// 2*(T/2) is T where T is even.
// expect: add: axis 0 is 2*(T/2) on the left and T on the right, which cannot be shown equal: only where T%2 is 0; as<Shape<...>> checks it at run time
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

inline constexpr auto T = axis("T");
auto f(const Tensor<float, Shape<2 * (T / 2)>>& x, const Tensor<float, Shape<BAD_OR_GOOD(T, T - T % 2)>>& y) {
  return x + y;  // error here
}
