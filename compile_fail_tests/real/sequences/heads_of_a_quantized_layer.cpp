// SPDX-License-Identifier: BSL-1.0
// What heads made beside the batch is not viewed as steps of the batch.
// Reported: pytorch/pytorch#67651, where it is legal
// expect: reshape: H moves across T; reshape only regroups neighbours: permute moves axes
#include <shapeproof/ops/permute.hpp>
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), T = axis("T"), H = axis("H");
void f(const Tensor<float, Shape<N, H, T, 64>>& heads) {
  [[maybe_unused]] auto y =
      BAD((reshape<Shape<N, T, H * 64>>(heads))) GOOD(flatten<2>(permute<0, 2, 1, 3>(heads)));  // error here
}
