// SPDX-License-Identifier: BSL-1.0
// Shapes of different rank are not equal.
// expect: add: rank 2 on the left and 1 on the right
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
Tensor<float, Shape<BAD(4) GOOD(2, 3)>> y;
auto z = x + y;  // error here
