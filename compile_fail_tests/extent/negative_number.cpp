// SPDX-License-Identifier: BSL-1.0
// The number of a named axis is never negative.
// expect: Shape: axis 1 is a name with a negative number
#include <shapeproof/shape.hpp>
using namespace shapeproof;

inline constexpr auto C = axis("C");
Shape<64, C(BAD_OR_GOOD(-3, 3))> shape;  // error here
