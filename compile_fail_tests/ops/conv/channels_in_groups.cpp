// SPDX-License-Identifier: BSL-1.0
// Each group has its part of the channels.
// expect: conv2d: the input has 4 channels (axis 1), the kernel wants 6 in 2 groups
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 4, 5, 5>> x;
Tensor<float, Shape<6, BAD_OR_GOOD(3, 2), 3, 3>> kernel;
auto y = conv2d<Groups<2>>(x, kernel);  // error here
