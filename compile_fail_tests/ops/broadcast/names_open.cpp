// SPDX-License-Identifier: BSL-1.0
// A product of two names that nothing else says is no claim that can be kept: 6 may be 2*3 or 1*6.
// expect: broadcast_to: axis 0 of Shape<M*N, 3> would be 6, which leaves M and N open; M*N = 6 from axis 0
#include <shapeproof/ops/broadcast.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), M = axis("M");
Tensor<float, Shape<6, 3>> matrix;
auto other = broadcast_to<Shape<M * BAD_OR_GOOD(N, 3), 3>>(matrix);  // error here
