// SPDX-License-Identifier: BSL-1.0
// One mean for each channel.
// expect: batch_norm: axis 1 of the input is 3, axis 0 of the mean is 4; they must be equal
#include <shapeproof/ops/batch_norm.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 8, 8>> x;
Tensor<float, Shape<BAD_OR_GOOD(4, 3)>> mean;
Tensor<float, Shape<3>> variance;
auto y = batch_norm(x, mean, variance);  // error here
