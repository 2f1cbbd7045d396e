// SPDX-License-Identifier: BSL-1.0
// Nothing says what _ is.
// expect: zeros: axis 0 of Shape<_, 3> is _, and nothing says what it is
#include <shapeproof/create.hpp>
using namespace shapeproof;

auto x = zeros<float, Shape<BAD_OR_GOOD(_, dyn), 3>>(16);  // error here
