// SPDX-License-Identifier: BSL-1.0
// The result has each index once.
// expect: einsum "ij,jk->ii": i stands on the right twice
#include <shapeproof/ops/einsum.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> a;
Tensor<float, Shape<3, 4>> b;
auto y = einsum<BAD_OR_GOOD("ij,jk->ii", "ij,jk->ik")>(a, b);  // error here
