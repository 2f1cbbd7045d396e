// SPDX-License-Identifier: BSL-1.0
// A shape's element count must fit into 64 bits.
// expect: Shape: the element count exceeds 64 bits
#include <shapeproof/shape.hpp>
using namespace shapeproof;

Shape<BAD_OR_GOOD(2000000000, 2), 2000000000, 2000000000> shape;  // error here
