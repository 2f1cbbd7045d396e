// SPDX-License-Identifier: BSL-1.0
// A number that a name is given is one that it is declared to hold.
// expect: Shape: axis 0 is T(1); it is declared as T>=2
#include <shapeproof/shape.hpp>
using namespace shapeproof;

inline constexpr auto T = axis("T").at_least(2);
Shape<T(BAD_OR_GOOD(1, 2)), 3> shape;  // error here
