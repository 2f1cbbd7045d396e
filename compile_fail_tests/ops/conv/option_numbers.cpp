// SPDX-License-Identifier: BSL-1.0
// One number for each axis, or one for all.
// expect: conv2d: Stride<1, 2, ...> holds 3 numbers for 2 axes
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, 5>> x;
Tensor<float, Shape<6, 3, 3, 3>> kernel;
auto y = conv2d<Stride<1, 2 BAD(, 2)>>(x, kernel);  // error here
