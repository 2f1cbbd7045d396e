// SPDX-License-Identifier: BSL-1.0
// A reshape reads nothing in another order; five published attention layers did.
// expect: reshape: T moves across H; reshape only regroups neighbours: permute moves axes
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), T = axis("T"), H = axis("H");
auto heads(const Tensor<float, Shape<N, T, H * 64>>& tokens) {
  return reshape<Shape<N, BAD(H, T) GOOD(T, H), 64>>(tokens);  // error here
}
