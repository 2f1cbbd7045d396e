// SPDX-License-Identifier: BSL-1.0
// zeros takes a number for each name and each dyn.
// expect: zeros: Shape<N, 3, dyn> takes 2 numbers, 1 are given
#include <shapeproof/create.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto x = zeros<float, Shape<N, 3, dyn>>(16 GOOD(, 7));  // error here
