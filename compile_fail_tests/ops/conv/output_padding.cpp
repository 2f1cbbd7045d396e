// SPDX-License-Identifier: BSL-1.0
// An output padding is below the stride or the dilation.
// expect: conv_transpose2d: axis 2: an output padding of 2 is wanted; it is below the stride, 2, or the dilation, 1
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, 5>> x;
Tensor<float, Shape<3, 1, 2, 2>> kernel;
auto y = conv_transpose2d<Stride<2>, OutputPadding<BAD_OR_GOOD(2, 1)>>(x, kernel);  // error here
