// SPDX-License-Identifier: BSL-1.0
// Padding of a transposed convolution cuts elements off, and leaves some.
// expect: conv_transpose2d: axis 2: (1 - 1)*1 - 2*1 + 1*(2 - 1) + 0 + 1 = 0; the padding leaves nothing
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, BAD_OR_GOOD(1, 2), 5>> x;
Tensor<float, Shape<3, 1, 2, 2>> kernel;
auto y = conv_transpose2d<Padding<1>>(x, kernel);  // error here
