// SPDX-License-Identifier: BSL-1.0
// An extent is an int, not a long long.
// expect: Shape: axis 0 is 64 of type long long; an extent is an int: write 64
#include <shapeproof/shape.hpp>
using namespace shapeproof;

Shape<BAD_OR_GOOD(64ll, 64)> shape;  // error here
