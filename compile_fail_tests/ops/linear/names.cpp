// SPDX-License-Identifier: BSL-1.0
// A name holds one number in all operands.
// expect: linear: axis 0 of the right operand is N(6), but the left operand says otherwise; a name holds one number
#include <shapeproof/ops/linear.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Tensor<float, Shape<N(2), 4>> x;
Tensor<float, Shape<N(BAD_OR_GOOD(6, 2)), 4>> weight;
auto y = linear<>(x, weight);  // error here
