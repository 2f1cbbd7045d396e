// SPDX-License-Identifier: BSL-1.0
// div says its own name.
// expect: div: axis 0 is 2 on the left and 3 on the right; they must be equal
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

Tensor<float, Shape<2>> x;
Tensor<float, Shape<BAD_OR_GOOD(3, 2)>> y;
auto z = div(x, y);  // error here
