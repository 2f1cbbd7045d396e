// SPDX-License-Identifier: BSL-1.0
// One value has no variance.
// expect: batch_norm_training: the input, Shape<1, 3, 1>, has 1 value for each channel; at least 2 make a variance
#include <shapeproof/ops/batch_norm.hpp>
using namespace shapeproof;

Tensor<float, Shape<1, 3, BAD_OR_GOOD(1, 2)>> x;
auto y = batch_norm_training(x);  // error here
