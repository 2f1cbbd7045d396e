// SPDX-License-Identifier: BSL-1.0
// An extent is an int, not a bool.
// expect: Shape: axis 0 is 1 of type bool; an extent is an int: write 1
#include <shapeproof/shape.hpp>
using namespace shapeproof;

Shape<BAD_OR_GOOD(true, 1)> shape;  // error here
