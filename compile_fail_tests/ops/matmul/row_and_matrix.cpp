// SPDX-License-Identifier: BSL-1.0
// A vector on the left is a row.
// expect: matmul: the left operand has 4 elements, the right operand 3 rows; they must be equal
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

Tensor<float, Shape<BAD_OR_GOOD(4, 3)>> x;
Tensor<float, Shape<3, 5>> y;
auto z = matmul(x, y);  // error here
