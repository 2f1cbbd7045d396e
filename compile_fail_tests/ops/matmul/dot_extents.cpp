// SPDX-License-Identifier: BSL-1.0
// dot is of vectors of as many elements.
// expect: dot: axis 0 is 3 on the left and 4 on the right; they must be equal
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

Tensor<float, Shape<3>> x;
Tensor<float, Shape<BAD_OR_GOOD(4, 3)>> y;
auto z = dot(x, y);  // error here
