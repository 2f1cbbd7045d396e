// SPDX-License-Identifier: BSL-1.0
// Images of another data set are too small.
// expect: max_pool2d: axis 2: (1 + 2*0 - 1*(2 - 1) - 1) / 2 + 1 = 0; the kernel does not fit the padded input
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

  auto operator()(const Tensor<float, Shape<8, 1, BAD_OR_GOOD(10, 28), BAD_OR_GOOD(10, 28)>>& x) const {
    auto a = max_pool2d<2>(relu(conv1(x)));
    auto b = max_pool2d<2>(relu(conv2(a)));  // error here
    auto c = relu(fc1(flatten<1>(b)));
    return fc2(c);
  }
};
