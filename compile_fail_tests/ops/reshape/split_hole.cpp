// SPDX-License-Identifier: BSL-1.0
// A part that is worked out leaves no remainder.
// expect: split: 512 elements cannot fill Shape<_, 60>: 512 / 60 leaves 32
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 512>> x;
auto y = split<1, _, BAD_OR_GOOD(60, 64)>(x);  // error here
