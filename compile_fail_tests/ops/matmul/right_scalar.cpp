// SPDX-License-Identifier: BSL-1.0
// A number is no matrix, on the right neither.
// expect: matmul: the right operand has rank 0; * multiplies with a scalar
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
Tensor<float, Shape<GOOD(3)>> y;
auto z = matmul(x, y);  // error here
