// SPDX-License-Identifier: BSL-1.0
// A name holds one number in all of a shape.
// expect: Shape: axis 1 is N(5), but another axis says otherwise; a name holds one number
#include <shapeproof/shape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Shape<N(3), N(BAD_OR_GOOD(5, 3))> shape;  // error here
