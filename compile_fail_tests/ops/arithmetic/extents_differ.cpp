// SPDX-License-Identifier: BSL-1.0
// Element-wise operations want equal shapes.
// expect: add: axis 0 is 2 on the left and 4 on the right; they must be equal
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
Tensor<float, Shape<BAD_OR_GOOD(4, 2), 3>> y;
auto z = x + y;  // error here
