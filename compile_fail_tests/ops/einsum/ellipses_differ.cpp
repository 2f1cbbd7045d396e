// SPDX-License-Identifier: BSL-1.0
// An ellipsis takes the same axes everywhere.
// expect: einsum "...j,...jk->...k": ... takes 1 axes of the left operand and 0 of the right operand; nothing is broadcast silently
#include <shapeproof/ops/einsum.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> a;
Tensor<float, Shape<3, 4>> b;
auto y = einsum<BAD_OR_GOOD("...j,...jk->...k", "...ij,...jk->...ik")>(a, b);  // error here
