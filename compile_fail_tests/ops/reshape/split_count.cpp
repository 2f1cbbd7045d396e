// SPDX-License-Identifier: BSL-1.0
// The parts of a split hold what the axis held.
// expect: split: 512 elements cannot fill Shape<8, 63>, which holds 504; Shape<8, 64> would fit
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 512>> x;
auto y = split<1, 8, BAD_OR_GOOD(63, 64)>(x);  // error here
