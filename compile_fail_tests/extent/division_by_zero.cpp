// SPDX-License-Identifier: BSL-1.0
// Nothing divides by 0.
// expect: Shape: axis 0 is a division by 0
#include <shapeproof/shape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Shape<N / BAD_OR_GOOD(0, 2), 3> shape;  // error here
