// SPDX-License-Identifier: BSL-1.0
// An ellipsis takes equal axes everywhere.
// expect: einsum "...ij,...jk->...ik": axis 0 of ... is 8 in the left operand (axis 0) and 9 in the right operand (axis 0)
#include <shapeproof/ops/einsum.hpp>
using namespace shapeproof;

Tensor<float, Shape<8, 2, 3>> a;
Tensor<float, Shape<BAD_OR_GOOD(9, 8), 3, 4>> b;
auto y = einsum<"...ij,...jk->...ik">(a, b);  // error here
