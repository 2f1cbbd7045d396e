// SPDX-License-Identifier: BSL-1.0
// Statistics are kept for each channel.
// expect: BatchNorm2d<32>: axis 1 of the input is 16, axis 0 of the mean is 32; BatchNorm2d<16> would fit
#include <shapeproof/nn/norm.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const BatchNorm2d<BAD_OR_GOOD(32, 16)>& layer, const Tensor<float, Shape<N, 16, 8, 8>>& x) {
  return layer(x);  // error here
}
