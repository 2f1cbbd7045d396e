// SPDX-License-Identifier: BSL-1.0
// A name means the same wherever it stands in an expression.
// expect: Shape: axis 0 is a name that is declared in two ways
#include <shapeproof/shape.hpp>
using namespace shapeproof;

inline constexpr auto T = axis("T"), Long = axis("T").at_least(2);
Shape<Long + BAD_OR_GOOD(T, Long), 3> shape;  // error here
