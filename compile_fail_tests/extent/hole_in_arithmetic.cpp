// SPDX-License-Identifier: BSL-1.0
// The hole _ has no value that could be computed with.
// expect: Shape: axis 0 is arithmetic with _, which has no value yet
#include <shapeproof/shape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Shape<2 * BAD_OR_GOOD(_, N), 3> shape;  // error here
