// SPDX-License-Identifier: BSL-1.0
// A refused zeros is one error, also behind a typed variable.
// expect: zeros: Shape<N, 3> takes 1 numbers, 0 are given
#include <shapeproof/create.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Tensor<float, Shape<N, 3>> x = zeros<float, Shape<N, 3>>(GOOD(16));  // error here
