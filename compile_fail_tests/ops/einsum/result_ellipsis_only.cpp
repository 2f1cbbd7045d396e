// SPDX-License-Identifier: BSL-1.0
// The result has an ellipsis if an operand has.
// expect: einsum "ij,jk->...ik": ... stands on the right only; an operand says which axes it takes
#include <shapeproof/ops/einsum.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> a;
Tensor<float, Shape<3, 4>> b;
auto y = einsum<BAD_OR_GOOD("ij,jk->...ik", "ij,jk->ik")>(a, b);  // error here
