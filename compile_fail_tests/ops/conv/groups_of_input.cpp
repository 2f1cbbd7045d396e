// SPDX-License-Identifier: BSL-1.0
// Groups divide the channels of the input.
// expect: conv2d: 2 groups do not divide the 3 channels of the input (axis 1)
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, BAD_OR_GOOD(3, 4), 5, 5>> x;
Tensor<float, Shape<6, 2, 3, 3>> kernel;
auto y = conv2d<Groups<2>>(x, kernel);  // error here
