// SPDX-License-Identifier: BSL-1.0
// Element types are not mixed silently.
// expect: conv2d: the elements of the bias are float16, those of the input float32; cast<half>(input) or cast<float>(bias) makes them equal
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, 5>> x;
Tensor<float, Shape<6, 3, 3, 3>> kernel;
DynamicTensor<BAD_OR_GOOD(half, float)> bias;
auto y = conv2d<>(x, kernel, bias);  // error here
