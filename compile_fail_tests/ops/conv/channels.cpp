// SPDX-License-Identifier: BSL-1.0
// The kernel wants the channels that there are.
// expect: conv2d: the input has 3 channels (axis 1), the kernel wants 4
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, 5>> x;
Tensor<float, Shape<6, BAD_OR_GOOD(4, 3), 3, 3>> kernel;
auto y = conv2d<>(x, kernel);  // error here
