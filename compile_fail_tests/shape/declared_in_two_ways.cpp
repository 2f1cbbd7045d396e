// SPDX-License-Identifier: BSL-1.0
// A shape declares a name once.
// expect: Shape: axes 0 and 1 declare a name in two ways; declare it once
#include <shapeproof/shape.hpp>
using namespace shapeproof;

inline constexpr auto T = axis("T"), Long = axis("T").at_least(2);
Shape<Long, BAD_OR_GOOD(T, Long)> shape;  // error here
