// SPDX-License-Identifier: BSL-1.0
// No element fills no other shape than an empty one.
// expect: reshape: 0 elements cannot fill Shape<3, 4>, which holds 12; Shape<0, 4> would fit
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

Tensor<float, Shape<0, 7>> x;
auto y = reshape<Shape<BAD_OR_GOOD(3, 0), 4>>(x);  // error here
