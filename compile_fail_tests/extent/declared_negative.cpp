// SPDX-License-Identifier: BSL-1.0
// No axis is less than empty.
// expect: Shape: axis 0 is an axis that may be negative
#include <shapeproof/shape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Shape<N.at_least(BAD_OR_GOOD(-1, 0)), 3> shape;  // error here
