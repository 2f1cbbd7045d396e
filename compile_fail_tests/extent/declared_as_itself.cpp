// SPDX-License-Identifier: BSL-1.0
// A name is not declared by itself.
// expect: Shape: axis 0 is a name that equals itself, or is declared otherwise too
#include <shapeproof/shape.hpp>
using namespace shapeproof;

inline constexpr auto D = axis("D"), N = axis("N");
Shape<D.equals(2 * BAD_OR_GOOD(D, N)), 3> shape;  // error here
