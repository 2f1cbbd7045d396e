// SPDX-License-Identifier: BSL-1.0
// as<> refuses at compile time what the types decide.
// expect: as: axis 0 is 16, wanted is 64
#include <shapeproof/convert.hpp>
using namespace shapeproof;

Tensor<float, Shape<16, 3>> x;
auto y = as<Shape<BAD_OR_GOOD(64, 16), 3>>(x);  // error here
