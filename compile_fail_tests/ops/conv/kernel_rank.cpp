// SPDX-License-Identifier: BSL-1.0
// A kernel has output and input channels, height and width.
// expect: conv2d: the kernel has rank 3; [output channels, input channels / groups, height, width] is wanted
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, 5>> x;
Tensor<float, Shape<6, 3, 3 GOOD(, 3)>> kernel;
auto y = conv2d<>(x, kernel);  // error here
