// SPDX-License-Identifier: BSL-1.0
// Only a plain name can be given a number.
// expect: Shape: axis 0 is a number given to something that is no plain name
#include <shapeproof/shape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Shape<BAD_OR_GOOD((2 * N), N)(3), 3> shape;  // error here
