// SPDX-License-Identifier: BSL-1.0
// Columns are a matrix, or one for each image.
// expect: fold: the columns have rank 4; [batch, channels * kernel, windows] is wanted, and the batch may be left out
#include <shapeproof/ops/unfold.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 12, 20 BAD(, 1)>> columns;
auto y = fold<2, Output<5, 6>>(columns);  // error here
