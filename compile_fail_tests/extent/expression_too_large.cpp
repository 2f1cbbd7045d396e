// SPDX-License-Identifier: BSL-1.0
// An expression that 64 bits cannot compute is no extent.
// expect: Shape: axis 0 is an expression too large to compute with
#include <shapeproof/shape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Shape<N * BAD_OR_GOOD(9223372036854775807, 2) * 3, 3> shape;  // error here
