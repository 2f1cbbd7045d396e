// SPDX-License-Identifier: BSL-1.0
// An extent of 1 is not repeated.
// expect: einsum "ij,jk,j->ik": j is 3 in operand 0 (axis 1) and 1 in operand 2 (axis 0)
#include <shapeproof/ops/einsum.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> a;
Tensor<float, Shape<3, 4>> b;
Tensor<float, Shape<BAD_OR_GOOD(1, 3)>> c;
auto y = einsum<"ij,jk,j->ik">(a, b, c);  // error here
