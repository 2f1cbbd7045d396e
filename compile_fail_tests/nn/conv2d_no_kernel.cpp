// SPDX-License-Identifier: BSL-1.0
// A convolution says how large its kernel is.
// expect: Conv2d<3, 6, Stride<5>>: one of its options is missing: Kernel
#include <shapeproof/nn/conv.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Conv2d<3, 6, BAD_OR_GOOD(Stride<5>, Kernel<5>)>& layer, const Tensor<float, Shape<N, 3, 32, 32>>& x) {
  return layer(x);  // error here
}
