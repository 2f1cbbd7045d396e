// SPDX-License-Identifier: BSL-1.0
// A last window begins in the input.
// expect: avg_pool2d: axis 2: ceil((5 + 2*0 - 1*(8 - 1) - 1) / 2) + 1 = 0; the kernel does not fit the padded input
#include <shapeproof/ops/pool.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, 5>> x;
auto y = avg_pool2d<BAD_OR_GOOD(8, 6), Stride<2>, CeilMode>(x);  // error here
