// SPDX-License-Identifier: BSL-1.0
// as<> changes no extent, so that nothing is worked out.
// expect: as: axis 0 is _; dyn takes any extent
#include <shapeproof/convert.hpp>
using namespace shapeproof;

Tensor<float, Shape<16, 3>> x;
auto y = as<Shape<BAD_OR_GOOD(_, dyn), 3>>(x);  // error here
