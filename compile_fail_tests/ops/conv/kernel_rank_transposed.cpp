// SPDX-License-Identifier: BSL-1.0
// A transposed kernel has input channels first.
// expect: conv_transpose2d: the kernel has rank 3; [input channels, output channels / groups, height, width] is wanted
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, 5>> x;
Tensor<float, Shape<3, 6, 3 GOOD(, 3)>> kernel;
auto y = conv_transpose2d<>(x, kernel);  // error here
