// SPDX-License-Identifier: BSL-1.0
// An expression holds what its names say.
// expect: bind: axis 0 of argument 1 is 31, wanted is N*T; N = 4 from axis 0 of argument 0, T = 8 from axis 1 of argument 0
#include <shapeproof/bind.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), T = axis("T");
Tensor<float, Shape<4, 8>> x;
Tensor<float, Shape<BAD_OR_GOOD(31, 32)>> y;
auto both = bind<Shape<N, T>, Shape<N * T>>(x, y);  // error here
