// SPDX-License-Identifier: BSL-1.0
// What skips over is forgotten among the channels.
// expect: Conv2d<8, 8, Kernel<3>, Padding<1>>: the input has 16 channels (axis 1), the kernel wants 8; Conv2d<16, 8, Kernel<3>, Padding<1>> would fit
#include <shapeproof/nn/activation.hpp>
#include <shapeproof/nn/conv.hpp>
#include <shapeproof/nn/pool.hpp>
#include <shapeproof/ops/concat.hpp>
using namespace shapeproof;

struct UNet {
  Conv2d<3, 8, Kernel<3>, Padding<1>> down;
  Conv2d<8, 16, Kernel<3>, Padding<1>> bottom;
  ConvTranspose2d<16, 8, Kernel<2>, Stride<2>> up;
  Conv2d<BAD_OR_GOOD(8, 16), 8, Kernel<3>, Padding<1>> merge;

  auto operator()(const Tensor<float, Shape<2, 3, 16, 12>>& x) const {
    auto a = relu(down(x));
    auto b = relu(bottom(max_pool2d<2>(a)));
    auto c = concat<1>(up(b), a);
    return relu(merge(c));  // error here
  }
};
