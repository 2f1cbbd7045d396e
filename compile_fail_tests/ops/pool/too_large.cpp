// SPDX-License-Identifier: BSL-1.0
// The window fits the input.
// expect: max_pool2d: axis 2: (5 + 2*0 - 1*(6 - 1) - 1) / 6 + 1 = 0; the kernel does not fit the padded input
#include <shapeproof/ops/pool.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, 5>> x;
auto y = max_pool2d<BAD_OR_GOOD(6, 5)>(x);  // error here
