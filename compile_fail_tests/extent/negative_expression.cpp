// SPDX-License-Identifier: BSL-1.0
// An expression that comes out negative is no extent.
// expect: Shape: axis 0 is negative; extents are at least 0, and _ is worked out
#include <shapeproof/shape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Shape<N - N - BAD_OR_GOOD(1, 0)> shape;  // error here
