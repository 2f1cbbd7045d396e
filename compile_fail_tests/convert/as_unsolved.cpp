// SPDX-License-Identifier: BSL-1.0
// What does not say what its names are is not taken for true.
// expect: as: axis 0 is 6, wanted is M+N, which leaves M and N open
#include <shapeproof/convert.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), M = axis("M");
Tensor<float, Shape<6, 3>> x;
auto y = as<Shape<BAD_OR_GOOD(M, N) + N, 3>>(x);  // error here
