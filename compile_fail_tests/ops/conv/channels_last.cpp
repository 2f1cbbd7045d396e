// SPDX-License-Identifier: BSL-1.0
// Channels come before height and width.
// expect: conv2d: the input has 32 channels (axis 1), the kernel wants 3; channels last? permute<0, 3, 1, 2>
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, BAD_OR_GOOD(32, 3), 32, 3>> x;
Tensor<float, Shape<6, 3, 3, 3>> kernel;
auto y = conv2d<>(x, kernel);  // error here
