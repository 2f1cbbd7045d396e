// SPDX-License-Identifier: BSL-1.0
// A shortcut keeps the channels where the block doubles them.
// expect: add: axis 1 is 16 on the left and 8 on the right; they must be equal
#include <shapeproof/nn/activation.hpp>
#include <shapeproof/nn/branches.hpp>
#include <shapeproof/nn/conv.hpp>
#include <shapeproof/nn/norm.hpp>
using namespace shapeproof;

struct Block {
  Conv2d<8, 16, Kernel<3>, Stride<2>, Padding<1>, NoBias> conv1;
  BatchNorm2d<16> bn1;
  Conv2d<16, 16, Kernel<3>, Padding<1>, NoBias> conv2;
  BAD(Identity) GOOD(Conv2d<8, 16, Kernel<1>, Stride<2>, NoBias>) shortcut;

  auto operator()(const Tensor<float, Shape<4, 8, 32, 32>>& x) const {
    auto b = relu(bn1(conv1(x)));
    return relu(conv2(b) + shortcut(x));  // error here
  }
};
