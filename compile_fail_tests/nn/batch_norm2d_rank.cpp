// SPDX-License-Identifier: BSL-1.0
// BatchNorm2d takes images.
// expect: BatchNorm2d<16>: the input, Shape<N, 16>, has rank 2; rank 4 is wanted, with the channels on axis 1
#include <shapeproof/nn/norm.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const BatchNorm2d<16>& layer, const Tensor<float, Shape<N, 16 GOOD(, 8, 8)>>& x) {
  return layer(x);  // error here
}
