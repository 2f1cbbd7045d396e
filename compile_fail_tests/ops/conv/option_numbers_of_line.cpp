// SPDX-License-Identifier: BSL-1.0
// One number for each axis, or one for all.
// expect: conv1d: Stride<1, 2> holds 2 numbers for 1 axis
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5>> x;
Tensor<float, Shape<6, 3, 3>> kernel;
auto y = conv1d<Stride<1 BAD(, 2)>>(x, kernel);  // error here
