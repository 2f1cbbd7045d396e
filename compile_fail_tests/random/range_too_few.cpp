// SPDX-License-Identifier: BSL-1.0
// A range is none of the numbers.
// expect: uniform: Shape<N, 3> takes 1 numbers, 0 are given
#include <shapeproof/random.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Random source(1);
auto x = uniform<float, Shape<N, 3>>(source, UniformRange{0, 1} GOOD(, 16));  // error here
