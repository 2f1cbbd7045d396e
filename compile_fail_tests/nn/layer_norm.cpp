// SPDX-License-Identifier: BSL-1.0
// Samples are as wide as the layer.
// expect: LayerNorm<512>: axis 2 of the input is 256, axis 0 of the weight is 512; LayerNorm<256> would fit
#include <shapeproof/nn/norm.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const LayerNorm<BAD_OR_GOOD(512, 256)>& layer, const Tensor<float, Shape<N, 7, 256>>& x) {
  return layer(x);  // error here
}
