// SPDX-License-Identifier: BSL-1.0
// dyn and _ have a meaning already.
// expect: Shape: axis 0 is a reserved name
#include <shapeproof/shape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis(BAD_OR_GOOD("dyn", "N"));
Shape<N, 3> shape;  // error here
