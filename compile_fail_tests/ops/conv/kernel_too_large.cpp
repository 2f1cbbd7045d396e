// SPDX-License-Identifier: BSL-1.0
// The kernel fits the padded input.
// expect: conv2d: axis 2: (5 + 2*0 - 1*(7 - 1) - 1) / 1 + 1 = -1; the kernel does not fit the padded input
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, 5>> x;
Tensor<float, Shape<6, 3, BAD_OR_GOOD(7, 5), 3>> kernel;
auto y = conv2d<>(x, kernel);  // error here
