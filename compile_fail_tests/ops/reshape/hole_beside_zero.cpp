// SPDX-License-Identifier: BSL-1.0
// Beside an extent of 0 a hole could be anything.
// expect: reshape: axis 0 of Shape<_, 0> cannot be worked out: the other extents hold 0 elements
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

Tensor<float, Shape<0>> x;
auto y = reshape<Shape<BAD_OR_GOOD(_, 5), 0>>(x);  // error here
