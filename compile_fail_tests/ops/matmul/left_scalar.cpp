// SPDX-License-Identifier: BSL-1.0
// A number is no matrix.
// expect: matmul: the left operand has rank 0; * multiplies with a scalar
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

Tensor<float, Shape<GOOD(3)>> x;
Tensor<float, Shape<3, 5>> y;
auto z = matmul(x, y);  // error here
