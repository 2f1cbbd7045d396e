// SPDX-License-Identifier: BSL-1.0
// What a name is declared to be is an expression over names.
// expect: Shape: axis 0 is a name that equals no expression over names
#include <shapeproof/shape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Shape<axis("D").equals(BAD_OR_GOOD(dyn, 2 * N)), 3> shape;  // error here
