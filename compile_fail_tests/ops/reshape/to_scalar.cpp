// SPDX-License-Identifier: BSL-1.0
// A shape without axes holds one element.
// expect: reshape: 2 elements cannot fill Shape<>, which holds 1
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

Tensor<float, Shape<BAD_OR_GOOD(2, 1)>> x;
auto y = reshape<Shape<>>(x);  // error here
