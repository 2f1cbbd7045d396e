// SPDX-License-Identifier: BSL-1.0
// No values have no variance.
// expect: batch_norm_training: the input, Shape<0, 3>, has 0 values for each channel; at least 2 make a variance
#include <shapeproof/ops/batch_norm.hpp>
using namespace shapeproof;

Tensor<float, Shape<BAD_OR_GOOD(0, 2), 3>> x;
auto y = batch_norm_training(x);  // error here
