// SPDX-License-Identifier: BSL-1.0
// An extent is an int, and no shorter type.
// expect: Shape: axis 0 is 64 of type another type; an extent is an int: write 64
#include <shapeproof/shape.hpp>
using namespace shapeproof;

Shape<BAD_OR_GOOD(short{64}, 64)> shape;  // error here
