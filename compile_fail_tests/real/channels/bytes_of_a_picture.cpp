// SPDX-License-Identifier: BSL-1.0
// Interleaved channels are not planes: no reshape moves them.
// Reported: pytorch/pytorch#14330, where it is legal
// expect: reshape: H moves across C; reshape only regroups neighbours: permute moves axes
#include <shapeproof/ops/permute.hpp>
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

inline constexpr auto H = axis("H"), W = axis("W"), C = axis("C");
void f(const Tensor<float, Shape<H, W, C(3)>>& x) {
  [[maybe_unused]] auto y = BAD(reshape<Shape<C(3), H, W>>(x)) GOOD(permute<2, 0, 1>(x));  // error here
}
