// SPDX-License-Identifier: BSL-1.0
// The extent that would fit may be a later one.
// expect: reshape: 8 elements cannot fill Shape<2, 3>, which holds 6; Shape<2, 4> would fit
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

Tensor<float, Shape<8>> x;
auto y = reshape<Shape<2, BAD_OR_GOOD(3, 4)>>(x);  // error here
