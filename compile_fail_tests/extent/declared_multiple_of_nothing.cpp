// SPDX-License-Identifier: BSL-1.0
// Multiples are of at least 1.
// expect: Shape: axis 0 is a multiple of less than 1
#include <shapeproof/shape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Shape<N.multiple_of(BAD_OR_GOOD(0, 8)), 3> shape;  // error here
