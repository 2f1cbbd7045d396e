// SPDX-License-Identifier: BSL-1.0
// An extent is an int, not an unsigned.
// expect: Shape: axis 0 is 64 of type unsigned; an extent is an int: write 64
#include <shapeproof/shape.hpp>
using namespace shapeproof;

Shape<BAD_OR_GOOD(64u, 64)> shape;  // error here
