// SPDX-License-Identifier: BSL-1.0
// A size of another name contradicts the axis'.
// expect: rearrange "a b -> b a": axis 0 holds N, "a" is M; their names must be equal
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), M = axis("M");
auto f(const Tensor<float, Shape<N, 3>>& x) {
  return rearrange<"a b -> b a">(x, sizes<"a", BAD_OR_GOOD(M, N)>);  // error here
}
