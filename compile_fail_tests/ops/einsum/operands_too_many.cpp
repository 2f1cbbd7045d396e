// SPDX-License-Identifier: BSL-1.0
// Eight operands at most.
// expect: einsum "ij,jk,,,,,,,->ik": more than 8 operands
#include <shapeproof/ops/einsum.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> a;
Tensor<float, Shape<3, 4>> b;
auto y = einsum<BAD_OR_GOOD("ij,jk,,,,,,,->ik", "ij,jk->ik")>(a, b);  // error here
