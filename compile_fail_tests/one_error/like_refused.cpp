// SPDX-License-Identifier: BSL-1.0
// A refused operand has no shape that could be wrong.
// expect: add: rank 1 on the left and 2 on the right
#include <shapeproof/create.hpp>
using namespace shapeproof;

Tensor<float, Shape<4>> x;
Tensor<float, Shape<4 BAD(, 2)>> y;
auto z = zeros_like(x + y);  // error here
