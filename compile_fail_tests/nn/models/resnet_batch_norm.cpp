// SPDX-License-Identifier: BSL-1.0
// A batch norm has the channels that come in, not those that come out.
// expect: BatchNorm2d<8>: axis 1 of the input is 16, axis 0 of the mean is 8; BatchNorm2d<16> would fit
#include <shapeproof/nn/activation.hpp>
#include <shapeproof/nn/branches.hpp>
#include <shapeproof/nn/conv.hpp>
#include <shapeproof/nn/norm.hpp>
using namespace shapeproof;

struct Block {
  Conv2d<8, 16, Kernel<3>, Stride<2>, Padding<1>, NoBias> conv1;
  BatchNorm2d<BAD_OR_GOOD(8, 16)> bn1;
  Conv2d<16, 16, Kernel<3>, Padding<1>, NoBias> conv2;
  Conv2d<8, 16, Kernel<1>, Stride<2>, NoBias> shortcut;

  auto operator()(const Tensor<float, Shape<4, 8, 32, 32>>& x) const {
    auto b = relu(bn1(conv1(x)));  // error here
    return relu(conv2(b) + shortcut(x));
  }
};
