// SPDX-License-Identifier: BSL-1.0
// dot is of vectors.
// expect: dot: the left operand has rank 2; a vector has one axis: matmul takes matrices, flatten makes a vector
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

Tensor<float, Shape<BAD(1, ) 3>> x;
Tensor<float, Shape<3>> y;
auto z = dot(x, y);  // error here
