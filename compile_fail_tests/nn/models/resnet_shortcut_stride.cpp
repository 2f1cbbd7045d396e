// SPDX-License-Identifier: BSL-1.0
// A shortcut keeps the size where the block halves it.
// expect: add: axis 2 is 16 on the left and 32 on the right; they must be equal
#include <shapeproof/nn/activation.hpp>
#include <shapeproof/nn/branches.hpp>
#include <shapeproof/nn/conv.hpp>
#include <shapeproof/nn/norm.hpp>
using namespace shapeproof;

struct Block {
  Conv2d<8, 16, Kernel<3>, Stride<2>, Padding<1>, NoBias> conv1;
  BatchNorm2d<16> bn1;
  Conv2d<16, 16, Kernel<3>, Padding<1>, NoBias> conv2;
  Conv2d<8, 16, Kernel<1>, Stride<BAD_OR_GOOD(1, 2)>, NoBias> shortcut;

  auto operator()(const Tensor<float, Shape<4, 8, 32, 32>>& x) const {
    auto b = relu(bn1(conv1(x)));
    return relu(conv2(b) + shortcut(x));  // error here
  }
};
