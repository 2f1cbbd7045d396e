// SPDX-License-Identifier: BSL-1.0
// An extent is an int, not an unsigned long long.
// expect: Shape: axis 1 is 3 of type unsigned long long; an extent is an int: write 3
#include <shapeproof/shape.hpp>
using namespace shapeproof;

Shape<64, BAD_OR_GOOD(3ull, 3)> shape;  // error here
