// SPDX-License-Identifier: BSL-1.0
// Padding of pools is at most half the kernel.
// expect: max_pool2d: axis 2: a padding of 2 is more than half of the kernel, 3
#include <shapeproof/ops/pool.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, 5>> x;
auto y = max_pool2d<3, Padding<BAD_OR_GOOD(2, 1)>>(x);  // error here
