// SPDX-License-Identifier: BSL-1.0
// Lines have channels and a length.
// expect: conv1d: the input has rank 4; [batch, channels, length] is wanted, and the batch may be left out
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5 BAD(, 5)>> x;
Tensor<float, Shape<6, 3, 3>> kernel;
auto y = conv1d<>(x, kernel);  // error here
