// SPDX-License-Identifier: BSL-1.0
// A name holds one number: what the operand says it is, the new shape cannot say otherwise.
// expect: reshape: axis 0 of Shape<N(2), 6> is N(2), but the operand says otherwise; a name holds one number
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Tensor<float, Shape<BAD_OR_GOOD(N(3), 3), 4>> matrix;
auto other = reshape<Shape<N(2), 6>>(matrix);  // error here
