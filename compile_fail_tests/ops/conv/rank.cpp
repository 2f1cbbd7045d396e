// SPDX-License-Identifier: BSL-1.0
// Images have channels, height and width.
// expect: conv2d: the input has rank 2; [batch, channels, height, width] is wanted, and the batch may be left out
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

Tensor<float, Shape<GOOD(3, ) 5, 5>> x;
Tensor<float, Shape<6, 3, 3, 3>> kernel;
auto y = conv2d<>(x, kernel);  // error here
