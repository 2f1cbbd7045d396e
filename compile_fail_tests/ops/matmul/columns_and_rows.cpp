// SPDX-License-Identifier: BSL-1.0
// The columns of the left operand are the rows of the right one.
// expect: matmul: the left operand has 3 columns, the right operand 4 rows; they must be equal
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
Tensor<float, Shape<BAD_OR_GOOD(4, 3), 5>> y;
auto z = matmul(x, y);  // error here
