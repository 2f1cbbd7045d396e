// SPDX-License-Identifier: BSL-1.0
// ones takes a number for each name.
// expect: ones: Shape<N, 3> takes 1 numbers, 0 are given
#include <shapeproof/create.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto x = ones<float, Shape<N, 3>>(GOOD(16));  // error here
