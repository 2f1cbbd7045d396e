// SPDX-License-Identifier: BSL-1.0
// Images of integers are cast first.
// expect: conv2d: elements are int32; cast<float>(x) gives them fractions
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

Tensor<BAD_OR_GOOD(int, float), Shape<2, 3, 5, 5>> x;
auto y = conv2d<Padding<1>>(x, x);  // error here
