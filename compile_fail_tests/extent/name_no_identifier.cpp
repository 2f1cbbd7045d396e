// SPDX-License-Identifier: BSL-1.0
// A name is written like a variable.
// expect: Shape: axis 0 is a name that is no identifier
#include <shapeproof/shape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis(BAD_OR_GOOD("batch size", "batch_size"));
Shape<N, 3> shape;  // error here
