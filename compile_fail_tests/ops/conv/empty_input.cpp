// SPDX-License-Identifier: BSL-1.0
// A window needs something to move over.
// expect: conv2d: axis 3 of the input is 0; there is nothing to move a window over
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, BAD_OR_GOOD(0, 1)>> x;
Tensor<float, Shape<6, 3, 3, 3>> kernel;
auto y = conv2d<Padding<3>>(x, kernel);  // error here
