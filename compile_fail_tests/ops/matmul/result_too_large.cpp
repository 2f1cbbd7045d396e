// SPDX-License-Identifier: BSL-1.0
// Operands of no element can have a product of more elements than 64 bits count.
// expect: Shape: the element count exceeds 64 bits
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

Tensor<float, Shape<2000000000, 2000000000, 0>> left;
Tensor<float, Shape<2000000000, 0, BAD_OR_GOOD(2000000000, 0)>> right;
auto product = matmul(left, right);  // error here
