// SPDX-License-Identifier: BSL-1.0
// 2*N+1 is never even.
// expect: rearrange "(t s) -> t s": axis 0 holds 2*N+1, s is 2: 2*N+1 / 2 leaves 1
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Tensor<float, Shape<2 * N + BAD_OR_GOOD(1, 2)>>& x) {
  return rearrange<"(t s) -> t s">(x, sizes<"s", 2>);  // error here
}
