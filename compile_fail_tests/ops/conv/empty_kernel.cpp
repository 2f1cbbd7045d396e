// SPDX-License-Identifier: BSL-1.0
// A kernel has elements.
// expect: conv2d: axis 3 of the kernel is 0; it is at least 1
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, 5>> x;
Tensor<float, Shape<6, 3, 3, BAD_OR_GOOD(0, 1)>> kernel;
auto y = conv2d<>(x, kernel);  // error here
