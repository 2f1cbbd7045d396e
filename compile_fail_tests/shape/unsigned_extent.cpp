// SPDX-License-Identifier: BSL-1.0
// An extent is an int: 64 and 64ul would be two types that print alike.
// expect: Shape: axis 0 is 64 of type unsigned long; an extent is an int: write 64
#include <shapeproof/shape.hpp>
using namespace shapeproof;

Shape<BAD_OR_GOOD(64ul, 64), 3> shape;  // error here
