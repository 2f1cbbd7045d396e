// SPDX-License-Identifier: BSL-1.0
// A name holds one number in all operands.
// expect: linear: axis 0 of the right operand is N(6), but the left operand says otherwise; a name holds one number
#include <shapeproof/ops/linear.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Tensor<float, Shape<N(BAD_OR_GOOD(2, 6)), 4>> x;
Tensor<float, Shape<6, 4>> weight;
Tensor<float, Shape<N(6)>> bias;
auto y = linear<>(x, weight, bias);  // error here
