// SPDX-License-Identifier: BSL-1.0
// A template argument is an option.
// expect: conv2d: template argument 1 is no option
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, 5>> x;
Tensor<float, Shape<6, 3, 3, 3>> kernel;
auto y = conv2d<Same, BAD_OR_GOOD(2L, Stride<2>)>(x, kernel);  // error here
