// SPDX-License-Identifier: BSL-1.0
// Images have channels, height and width.
// expect: adaptive_max_pool2d: the input has rank 2; [batch, channels, height, width] is wanted, and the batch may be left out
#include <shapeproof/ops/pool.hpp>
using namespace shapeproof;

Tensor<float, Shape<GOOD(3, ) 5, 5>> x;
auto y = adaptive_max_pool2d<1>(x);  // error here
