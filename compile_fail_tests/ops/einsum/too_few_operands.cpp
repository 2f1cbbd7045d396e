// SPDX-License-Identifier: BSL-1.0
// As many operands as the pattern has.
// expect: einsum "ij,jk->ik": 1 operand is given, the pattern has 2
#include <shapeproof/ops/einsum.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> a;
auto y = einsum<BAD_OR_GOOD("ij,jk->ik", "ij->ji")>(a);  // error here
