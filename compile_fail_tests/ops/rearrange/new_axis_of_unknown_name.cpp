// SPDX-License-Identifier: BSL-1.0
// A new axis of a name that the operand does not say has no number.
// expect: repeat "h w -> h w c": c is M, which the operand does not say; sizes<"c">(n) gives a number at run time
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), M = axis("M");
auto f(const Tensor<float, Shape<N, 3>>& x) {
  return repeat<"h w -> h w c">(x, sizes<"c", BAD_OR_GOOD(M, N)>);  // error here
}
