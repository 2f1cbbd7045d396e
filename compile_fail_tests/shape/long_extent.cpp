// SPDX-License-Identifier: BSL-1.0
// An extent is an int, not a long.
// expect: Shape: axis 0 is 64 of type long; an extent is an int: write 64
#include <shapeproof/shape.hpp>
using namespace shapeproof;

Shape<BAD_OR_GOOD(64l, 64)> shape;  // error here
