// SPDX-License-Identifier: BSL-1.0
// Two names are two axes.
// expect: add: axis 0 is N on the left and M on the right; their names must be equal
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), M = axis("M");
auto f(const Tensor<float, Shape<N, 3>>& x, const Tensor<float, Shape<BAD_OR_GOOD(M, N), 3>>& y) {
  return x + y;  // error here
}
