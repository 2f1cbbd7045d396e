// SPDX-License-Identifier: BSL-1.0
// There is a bias for each channel of the result.
// expect: conv2d: the bias holds 5 numbers, the kernel makes 6 channels; they must be equal
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, 5>> x;
Tensor<float, Shape<6, 3, 3, 3>> kernel;
Tensor<float, Shape<BAD_OR_GOOD(5, 6)>> bias;
auto y = conv2d<>(x, kernel, bias);  // error here
