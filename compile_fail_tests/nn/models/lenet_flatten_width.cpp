// SPDX-License-Identifier: BSL-1.0
// The width of a flattened image is counted wrong: 16 * 6 * 6 instead of 16 * 5 * 5.
// expect: Linear<576, 120>: the last axis holds 400 features, 576 are wanted; Linear<400, 120> would fit
#include <shapeproof/nn/activation.hpp>
#include <shapeproof/nn/conv.hpp>
#include <shapeproof/nn/linear.hpp>
#include <shapeproof/nn/pool.hpp>
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

struct LeNet {
  Conv2d<1, 6, Kernel<5>, Padding<2>> conv1;
  Conv2d<6, 16, Kernel<5>> conv2;
  Linear<BAD_OR_GOOD(576, 400), 120> fc1;
  Linear<120, 10> fc2;

  auto operator()(const Tensor<float, Shape<8, 1, 28, 28>>& x) const {
    auto a = max_pool2d<2>(relu(conv1(x)));
    auto b = max_pool2d<2>(relu(conv2(a)));
    auto c = relu(fc1(flatten<1>(b)));  // error here
    return fc2(c);
  }
};
