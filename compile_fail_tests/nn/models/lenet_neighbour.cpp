// SPDX-License-Identifier: BSL-1.0
// A layer has the channels of its neighbour.
// expect: Conv2d<3, 16, Kernel<5>>: the input has 6 channels (axis 1), the kernel wants 3; Conv2d<6, 16, Kernel<5>> would fit
#include <shapeproof/nn/activation.hpp>
#include <shapeproof/nn/conv.hpp>
#include <shapeproof/nn/linear.hpp>
#include <shapeproof/nn/pool.hpp>
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

struct LeNet {
  Conv2d<1, 6, Kernel<5>, Padding<2>> conv1;
  Conv2d<BAD_OR_GOOD(3, 6), 16, Kernel<5>> conv2;
  Linear<400, 120> fc1;
  Linear<120, 10> fc2;

  auto operator()(const Tensor<float, Shape<8, 1, 28, 28>>& x) const {
    auto a = max_pool2d<2>(relu(conv1(x)));
    auto b = max_pool2d<2>(relu(conv2(a)));  // error here
    auto c = relu(fc1(flatten<1>(b)));
    return fc2(c);
  }
};
