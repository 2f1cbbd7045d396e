// SPDX-License-Identifier: BSL-1.0
// Operands of no element can have a result of more elements than 64 bits count.
// expect: Shape: the element count exceeds 64 bits
#include <shapeproof/ops/linear.hpp>
using namespace shapeproof;

Tensor<float, Shape<2000000000, 2000000000, 0>> x;
Tensor<float, Shape<BAD_OR_GOOD(2000000000, 1), 0>> weight;
auto y = linear<>(x, weight);  // error here
