// SPDX-License-Identifier: BSL-1.0
// N and 2*N are never equal.
// expect: add: axis 0 is N on the left and 2*N on the right, which are never equal
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Tensor<float, Shape<N>>& x, const Tensor<float, Shape<BAD_OR_GOOD(2, 1) * N>>& y) {
  return x + y;  // error here
}
