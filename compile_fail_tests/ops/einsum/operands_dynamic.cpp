// SPDX-License-Identifier: BSL-1.0
// How many operands a pattern has is known at compile time, also for shapes that are not.
// expect: einsum "ij,jk->ik": 1 operand is given, the pattern has 2
#include <shapeproof/ops/einsum.hpp>
using namespace shapeproof;

DynamicTensor<float> x;
auto y = einsum<BAD_OR_GOOD("ij,jk->ik", "ij->ji")>(x);  // error here
