// SPDX-License-Identifier: BSL-1.0
// Channels are axis 1.
// expect: batch_norm_training: the input has rank 1; a batch (axis 0) and channels (axis 1) are wanted
#include <shapeproof/ops/batch_norm.hpp>
using namespace shapeproof;

Tensor<float, Shape<4 GOOD(, 3)>> x;
auto y = batch_norm_training(x);  // error here
