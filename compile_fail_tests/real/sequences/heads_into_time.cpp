// SPDX-License-Identifier: BSL-1.0
// Heads that were put beside the batch do not come back by a view.
// Reported: meta-pytorch/opacus#825, where it is legal
// expect: reshape: H moves across T; reshape only regroups neighbours: permute moves axes
#include <shapeproof/ops/permute.hpp>
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

inline constexpr auto T = axis("T"), H = axis("H"), D = axis("D");
void f(const Tensor<float, Shape<4 * H, T, D>>& x) {
  [[maybe_unused]] auto y =
      BAD((reshape<Shape<4, T, H * D>>(x))) GOOD(flatten<2>(permute<0, 2, 1, 3>(split<0, 4, H>(x))));  // error here
}
