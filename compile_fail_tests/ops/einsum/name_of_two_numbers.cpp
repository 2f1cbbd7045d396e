// SPDX-License-Identifier: BSL-1.0
// One name holds one number in all operands.
// expect: einsum "i,j->ij": axis 0 of the right operand is N(4), but another operand says otherwise; a name holds one number
#include <shapeproof/ops/einsum.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Tensor<float, Shape<N(2)>> a;
Tensor<float, Shape<N(BAD_OR_GOOD(4, 2))>> b;
auto y = einsum<"i,j->ij">(a, b);  // error here
