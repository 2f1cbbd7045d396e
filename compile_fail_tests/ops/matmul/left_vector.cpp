// SPDX-License-Identifier: BSL-1.0
// A vector is no matrix.
// expect: matmul: the left operand has rank 1; a matrix has two axes: unsqueeze makes a row or a column of a vector
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

Tensor<float, Shape<GOOD(1, ) 3>> x;
Tensor<float, Shape<3, 5>> y;
auto z = matmul(x, y);  // error here
