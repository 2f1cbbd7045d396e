// SPDX-License-Identifier: BSL-1.0
// N and 2*M may be equal or not: that is checked once, and said aloud.
// expect: add: axis 0 is M+N on the left and 2*N on the right, which cannot be shown equal; as<Shape<...>> checks it at run time
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), M = axis("M");
auto f(const Tensor<float, Shape<N + M>>& x, const Tensor<float, Shape<BAD_OR_GOOD(2 * N, M + N)>>& y) {
  return x + y;  // error here
}
