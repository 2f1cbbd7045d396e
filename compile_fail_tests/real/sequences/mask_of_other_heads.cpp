// SPDX-License-Identifier: BSL-1.0
// Heads stand before the batch in the scores, and behind it in the mask.
// Reported: lsdefine/attention-is-all-you-need-keras#36, where it is legal
// expect: where (condition, x): axis 0 is N on the left and H on the right; their names must be equal
#include <shapeproof/ops/where.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), H = axis("H"), T = axis("T");
void f(const Tensor<float, Shape<H, N, T, T>>& scores, const Tensor<bool, Shape<BAD(N, H) GOOD(H, N), T, T>>& mask) {
  [[maybe_unused]] auto y = where(mask, scores, -1e9f);  // error here
}
