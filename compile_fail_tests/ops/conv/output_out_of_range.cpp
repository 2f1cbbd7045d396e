// SPDX-License-Identifier: BSL-1.0
// A transposed convolution can make some extents only.
// expect: conv_transpose2d: axis 2: an output of 12 is wanted; 10 to 11 are possible
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, 5>> x;
Tensor<float, Shape<3, 1, 2, 2>> kernel;
auto y = conv_transpose2d<Stride<2>, Output<BAD_OR_GOOD(12, 11)>>(x, kernel);  // error here
