// SPDX-License-Identifier: BSL-1.0
// An operation takes its own options.
// expect: conv2d: CeilMode is none of its options: Stride, Padding, Same, Valid, Dilation, Groups
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, 5>> x;
Tensor<float, Shape<6, 3, 3, 3>> kernel;
auto y = conv2d<BAD_OR_GOOD(CeilMode, Same)>(x, kernel);  // error here
