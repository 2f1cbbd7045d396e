// SPDX-License-Identifier: BSL-1.0
// An index is a letter.
// expect: einsum "i1,1k->ik": "1" at character 2 is no index; indices are single letters
#include <shapeproof/ops/einsum.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> a;
Tensor<float, Shape<3, 4>> b;
auto y = einsum<BAD_OR_GOOD("i1,1k->ik", "ij,jk->ik")>(a, b);  // error here
