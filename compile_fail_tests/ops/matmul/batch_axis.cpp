// SPDX-License-Identifier: BSL-1.0
// Batch axes are equal.
// expect: matmul: axis 0 is 8 on the left and 9 on the right; they must be equal
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

Tensor<float, Shape<8, 2, 3>> x;
Tensor<float, Shape<BAD_OR_GOOD(9, 8), 3, 5>> y;
auto z = matmul(x, y);  // error here
