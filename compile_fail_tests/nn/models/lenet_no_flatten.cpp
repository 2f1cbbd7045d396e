// SPDX-License-Identifier: BSL-1.0
// Flatten is forgotten.
// expect: Linear<400, 120>: the last axis holds 5 features, 400 are wanted; flatten<1>(x) makes 400 of axes 1 to 3
#include <shapeproof/nn/activation.hpp>
#include <shapeproof/nn/conv.hpp>
#include <shapeproof/nn/linear.hpp>
#include <shapeproof/nn/pool.hpp>
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

struct LeNet {
  Conv2d<1, 6, Kernel<5>, Padding<2>> conv1;
  Conv2d<6, 16, Kernel<5>> conv2;
  Linear<400, 120> fc1;
  Linear<120, 10> fc2;

  auto operator()(const Tensor<float, Shape<8, 1, 28, 28>>& x) const {
    auto a = max_pool2d<2>(relu(conv1(x)));
    auto b = max_pool2d<2>(relu(conv2(a)));
    auto c = relu(fc1(BAD_OR_GOOD((b), flatten<1>(b))));  // error here
    return fc2(c);
  }
};
