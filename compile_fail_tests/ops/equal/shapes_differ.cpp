// SPDX-License-Identifier: BSL-1.0
// Tensors whose shapes cannot be equal do not compare.
// expect: ==: axis 1 is 3 on the left and 4 on the right; they must be equal
#include <shapeproof/ops/equal.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
Tensor<float, Shape<2, BAD_OR_GOOD(4, 3)>> y;
bool same = x == y;  // error here
