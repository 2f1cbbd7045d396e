// SPDX-License-Identifier: BSL-1.0
// Comparing element by element wants equal shapes.
// expect: lt: axis 0 is 2 on the left and 3 on the right; they must be equal
#include <shapeproof/ops/compare.hpp>
using namespace shapeproof;

Tensor<float, Shape<2>> x;
Tensor<float, Shape<BAD_OR_GOOD(3, 2)>> y;
auto z = x < y;  // error here
