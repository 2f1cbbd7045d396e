// SPDX-License-Identifier: BSL-1.0
// Padding adds.
// expect: conv2d: Padding<-1> holds -1; it is at least 0
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, 5>> x;
Tensor<float, Shape<6, 3, 3, 3>> kernel;
auto y = conv2d<Padding<BAD_OR_GOOD(-1, 0)>>(x, kernel);  // error here
