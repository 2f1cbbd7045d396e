// SPDX-License-Identifier: BSL-1.0
// The result has indices of the operands.
// expect: einsum "ij,jk->il": l stands on the right only
#include <shapeproof/ops/einsum.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> a;
Tensor<float, Shape<3, 4>> b;
auto y = einsum<BAD_OR_GOOD("ij,jk->il", "ij,jk->ik")>(a, b);  // error here
