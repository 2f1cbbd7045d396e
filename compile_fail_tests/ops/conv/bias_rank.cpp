// SPDX-License-Identifier: BSL-1.0
// A bias is a number for each channel.
// expect: conv2d: the bias has rank 2; one number for each output channel is wanted
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, 5>> x;
Tensor<float, Shape<6, 3, 3, 3>> kernel;
Tensor<float, Shape<6 BAD(, 1)>> bias;
auto y = conv2d<>(x, kernel, bias);  // error here
