// SPDX-License-Identifier: BSL-1.0
// A kernel's elements are apart.
// expect: conv2d: Dilation<0> holds 0; it is at least 1
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, 5>> x;
Tensor<float, Shape<6, 3, 3, 3>> kernel;
auto y = conv2d<Dilation<BAD_OR_GOOD(0, 1)>>(x, kernel);  // error here
