// SPDX-License-Identifier: BSL-1.0
// A window has extents.
// expect: max_pool2d: one of its options is missing: Kernel
#include <shapeproof/ops/pool.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, 5>> x;
auto y = max_pool2d<GOOD(Kernel<2>)>(x);  // error here
