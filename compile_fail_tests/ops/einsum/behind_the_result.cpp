// SPDX-License-Identifier: BSL-1.0
// There is one result.
// expect: einsum "ij,jk->ik,ki": "," at character 10 stands behind the arrow; there is one result
#include <shapeproof/ops/einsum.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> a;
Tensor<float, Shape<3, 4>> b;
auto y = einsum<BAD_OR_GOOD("ij,jk->ik,ki", "ij,jk->ik")>(a, b);  // error here
