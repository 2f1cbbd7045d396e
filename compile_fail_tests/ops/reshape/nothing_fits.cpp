// SPDX-License-Identifier: BSL-1.0
// Where no other number fits, none is suggested.
// expect: reshape: 10 elements cannot fill Shape<3, 4>, which holds 12
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

Tensor<float, Shape<BAD_OR_GOOD(10, 12)>> x;
auto y = reshape<Shape<3, 4>>(x);  // error here
