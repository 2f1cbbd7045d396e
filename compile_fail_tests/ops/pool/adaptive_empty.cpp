// SPDX-License-Identifier: BSL-1.0
// Each window of an adaptive pool has elements.
// expect: adaptive_avg_pool2d: axis 2 of the input is 0; there is nothing to move a window over
#include <shapeproof/ops/pool.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, BAD_OR_GOOD(0, 1), 5>> x;
auto y = adaptive_avg_pool2d<1>(x);  // error here
