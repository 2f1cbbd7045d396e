// SPDX-License-Identifier: BSL-1.0
// full takes the same numbers behind its value.
// expect: full: Shape<N, 3> takes 1 numbers, 0 are given
#include <shapeproof/create.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto x = full<float, Shape<N, 3>>(0.5f GOOD(, 16));  // error here
