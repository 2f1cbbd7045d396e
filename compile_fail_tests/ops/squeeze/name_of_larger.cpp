// SPDX-License-Identifier: BSL-1.0
// An axis of extent 2*N is never 1.
// expect: squeeze: axis 0 is 2*N; only an axis of extent 1 can go
#include <shapeproof/ops/squeeze.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Tensor<float, Shape<BAD_OR_GOOD(2 * N, N)>>& x) {
  return squeeze<0>(x);  // error here
}
