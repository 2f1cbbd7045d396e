// SPDX-License-Identifier: BSL-1.0
// There is one kind of padding.
// expect: conv2d: Same and Padding<1> exclude each other
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, 5>> x;
Tensor<float, Shape<6, 3, 3, 3>> kernel;
auto y = conv2d<Same BAD(, Padding<1>)>(x, kernel);  // error here
