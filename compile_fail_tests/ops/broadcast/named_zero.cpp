// SPDX-License-Identifier: BSL-1.0
// A named axis is at least 1, so that no axis of 0 becomes one.
// expect: broadcast_to: axis 0 is 0, Shape<N, 3> wants N; a named axis is at least 1
#include <shapeproof/ops/broadcast.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Tensor<float, Shape<BAD_OR_GOOD(0, 2), 3>> matrix;
auto named_matrix = broadcast_to<Shape<N, 3>>(matrix);  // error here
