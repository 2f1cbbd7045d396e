// SPDX-License-Identifier: BSL-1.0
// An operand has an axis for each index beside the ellipsis.
// expect: einsum "...ijl,jk->ik": the left operand has rank 2, "...ijl" is for at least 3 axes
#include <shapeproof/ops/einsum.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> a;
Tensor<float, Shape<3, 4>> b;
auto y = einsum<BAD_OR_GOOD("...ijl,jk->ik", "...ij,jk->ik")>(a, b);  // error here
