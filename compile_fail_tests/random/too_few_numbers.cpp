// SPDX-License-Identifier: BSL-1.0
// What is drawn takes a number for each name, as zeros does.
// expect: normal: Shape<N, 3> takes 1 numbers, 0 are given
#include <shapeproof/random.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Random source(1);
auto x = normal<float, Shape<N, 3>>(source GOOD(, 16));  // error here
