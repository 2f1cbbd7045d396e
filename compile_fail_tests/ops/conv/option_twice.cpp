// SPDX-License-Identifier: BSL-1.0
// An option is given once.
// expect: conv2d: Stride<2> and Stride<1> exclude each other
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, 5>> x;
Tensor<float, Shape<6, 3, 3, 3>> kernel;
auto y = conv2d<Stride<2> BAD(, Stride<1>)>(x, kernel);  // error here
