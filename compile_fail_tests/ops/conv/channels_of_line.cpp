// SPDX-License-Identifier: BSL-1.0
// Channels come before the length, also without a batch.
// expect: conv1d: the input has 9 channels (axis 0), the kernel wants 4; channels last? permute<1, 0>
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

Tensor<float, Shape<BAD_OR_GOOD(9, 4), 4>> x;
Tensor<float, Shape<6, 4, 3>> kernel;
auto y = conv1d<>(x, kernel);  // error here
