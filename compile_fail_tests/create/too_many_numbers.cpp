// SPDX-License-Identifier: BSL-1.0
// zeros takes no number for what is known.
// expect: zeros: Shape<N, 3, 2*N> takes 1 numbers, 2 are given
#include <shapeproof/create.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto x = zeros<float, Shape<N, 3, 2 * N>>(16 BAD(, 32));  // error here
