// SPDX-License-Identifier: BSL-1.0
// What is neither a number nor an axis cannot be an extent.
// expect: Shape: axis 1 is of a type that is no extent; write an int, an axis, an expression over axes, dyn or _
#include <shapeproof/shape.hpp>
using namespace shapeproof;

struct Channels {};
Shape<64, BAD_OR_GOOD(Channels{}, 3)> shape;  // error here
