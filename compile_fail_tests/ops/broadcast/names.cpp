// SPDX-License-Identifier: BSL-1.0
// An axis of another name is another axis.
// expect: broadcast_to: axis 0 is N, Shape<2, M> wants M; only an extent of 1 is repeated
#include <shapeproof/ops/broadcast.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), M = axis("M");
auto f(const Tensor<float, Shape<N>>& x) {
  return broadcast_to<Shape<2, BAD_OR_GOOD(M, N)>>(x);  // error here
}
