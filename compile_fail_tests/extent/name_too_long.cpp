// SPDX-License-Identifier: BSL-1.0
// A name has at most 31 characters.
// expect: Shape: axis 0 is a name of more than 31 characters
#include <shapeproof/shape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis(BAD_OR_GOOD("N2345678901234567890123456789012", "N234567890123456789012345678901"));
Shape<N, 3> shape;  // error here
