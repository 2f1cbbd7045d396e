// SPDX-License-Identifier: BSL-1.0
// Heads go beside the batch only once they stand beside it.
// Reported: reczoo/FuxiCTR#30, where it is legal
// expect: reshape: T moves across H; reshape only regroups neighbours: permute moves axes
#include <shapeproof/ops/permute.hpp>
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), T = axis("T"), H = axis("H");
void f(const Tensor<float, Shape<N, T, H * 64>>& x) {
  [[maybe_unused]] auto y =
      reshape<Shape<N * H, T, 64>>(BAD(x) GOOD(permute<0, 2, 1, 3>(split<2, H, 64>(x))));  // error here
}
