// SPDX-License-Identifier: BSL-1.0
// outer is of vectors.
// expect: outer: the right operand has rank 2; a vector has one axis: matmul takes matrices, flatten makes a vector
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

Tensor<float, Shape<3>> x;
Tensor<float, Shape<4 BAD(, 1)>> y;
auto z = outer(x, y);  // error here
