// SPDX-License-Identifier: BSL-1.0
// Groups divide the channels that the kernel makes.
// expect: conv2d: 2 groups do not divide the 5 channels of the kernel (axis 0)
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 4, 5, 5>> x;
Tensor<float, Shape<BAD_OR_GOOD(5, 6), 2, 3, 3>> kernel;
auto y = conv2d<Groups<2>>(x, kernel);  // error here
