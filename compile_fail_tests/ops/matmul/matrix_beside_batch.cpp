// SPDX-License-Identifier: BSL-1.0
// One matrix that meets a batch has its rows.
// expect: matmul: the left operand has 3 columns, the right operand 4 rows; they must be equal
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

Tensor<float, Shape<8, 2, 3>> x;
Tensor<float, Shape<BAD_OR_GOOD(4, 3), 5>> y;
auto z = matmul(x, y);  // error here
