// SPDX-License-Identifier: BSL-1.0
// What is known of a shape must fit into 64 bits.
// expect: Shape: the element count exceeds 64 bits
#include <shapeproof/shape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Shape<N, BAD_OR_GOOD(2000000000, 2), 2000000000, 2000000000> shape;  // error here
