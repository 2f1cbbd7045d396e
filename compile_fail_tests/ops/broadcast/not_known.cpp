// SPDX-License-Identifier: BSL-1.0
// How often an axis is to be repeated must be known.
// expect: broadcast_to: axis 0 of Shape<N, 3> is not known here; broadcast_like takes it from a tensor
#include <shapeproof/ops/broadcast.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Tensor<float, Shape<3>> x;
auto y = broadcast_to<Shape<BAD_OR_GOOD(N, 4), 3>>(x);  // error here
