// SPDX-License-Identifier: BSL-1.0
// A reshape keeps the element count; the sentence says which shape would fit.
// expect: reshape: 49152 elements cannot fill Shape<64, 3, 32, 32>, which holds 196608; Shape<16, 3, 32, 32> would fit
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

Tensor<float, Shape<49152>> pixels;
auto images = reshape<Shape<BAD_OR_GOOD(64, 16), 3, 32, 32>>(pixels);  // error here
