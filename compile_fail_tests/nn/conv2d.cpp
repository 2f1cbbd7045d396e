// SPDX-License-Identifier: BSL-1.0
// A layer's channels are those of its input.
// expect: Conv2d<4, 6, Kernel<5>>: the input has 3 channels (axis 1), the kernel wants 4; Conv2d<3, 6, Kernel<5>> would fit
#include <shapeproof/nn/conv.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Conv2d<BAD_OR_GOOD(4, 3), 6, Kernel<5>>& layer, const Tensor<float, Shape<N, 3, 32, 32>>& x) {
  return layer(x);  // error here
}
