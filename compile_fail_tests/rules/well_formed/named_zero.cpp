// SPDX-License-Identifier: BSL-1.0
// A named axis is at least 1.
// expect: Shape: axis 0 is N(0); a named axis is at least 1
#include <shapeproof/shape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Shape<N(BAD_OR_GOOD(0, 1)), 3> shape;  // error here
