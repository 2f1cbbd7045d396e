// SPDX-License-Identifier: BSL-1.0
// pow asks for equal shapes, and says its own name.
// expect: pow: axis 0 is 2 on the left and 3 on the right; they must be equal
#include <shapeproof/ops/math.hpp>
using namespace shapeproof;

Tensor<float, Shape<2>> x;
Tensor<float, Shape<BAD_OR_GOOD(3, 2)>> y;
auto z = pow(x, y);  // error here
