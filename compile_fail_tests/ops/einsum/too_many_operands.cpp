// SPDX-License-Identifier: BSL-1.0
// No more operands than the pattern has.
// expect: einsum "ij->ji": 2 operands are given, the pattern has 1
#include <shapeproof/ops/einsum.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> a;
Tensor<float, Shape<3, 4>> b;
auto y = einsum<BAD_OR_GOOD("ij->ji", "ij,jk->ik")>(a, b);  // error here
