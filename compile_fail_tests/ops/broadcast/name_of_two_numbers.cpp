// SPDX-License-Identifier: BSL-1.0
// A name holds one number: what the operand says it is, the wanted shape cannot say otherwise.
// expect: broadcast_to: axis 1 of Shape<3, N(2)> is N(2), but the operand says otherwise; a name holds one number
#include <shapeproof/ops/broadcast.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Tensor<float, Shape<BAD_OR_GOOD(N(3), 3), 1>> column;
auto matrix = broadcast_to<Shape<3, N(2)>>(column);  // error here
