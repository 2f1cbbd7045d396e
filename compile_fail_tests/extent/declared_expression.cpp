// SPDX-License-Identifier: BSL-1.0
// Facts are declared of a name.
// expect: Shape: axis 0 is a declaration of something that is no plain name
#include <shapeproof/shape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Shape<(BAD_OR_GOOD(2, 1) * N).or_empty(), 3> shape;  // error here
