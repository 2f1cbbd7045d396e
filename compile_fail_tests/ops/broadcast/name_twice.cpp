// SPDX-License-Identifier: BSL-1.0
// A name that stands twice is one number: the operand cannot say two.
// expect: broadcast_to: axis 1 is 3, Shape<N, N> wants N, which another axis contradicts
#include <shapeproof/ops/broadcast.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Tensor<float, Shape<2, BAD_OR_GOOD(3, 2)>> matrix;
auto square = broadcast_to<Shape<N, N>>(matrix);  // error here
