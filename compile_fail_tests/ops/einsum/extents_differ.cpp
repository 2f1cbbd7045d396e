// SPDX-License-Identifier: BSL-1.0
// An index has one extent.
// expect: einsum "bhid,bhjd->bhij": d is 64 in the left operand (axis 3) and 32 in the right operand (axis 3)
#include <shapeproof/ops/einsum.hpp>
using namespace shapeproof;

Tensor<float, Shape<8, 4, 10, 64>> q;
Tensor<float, Shape<8, 4, 12, BAD_OR_GOOD(32, 64)>> k;
auto scores = einsum<"bhid,bhjd->bhij">(q, k);  // error here
