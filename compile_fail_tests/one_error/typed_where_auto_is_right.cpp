// SPDX-License-Identifier: BSL-1.0
// What the rule gives is not what is written.
// expect: as: axis 1 is 3, wanted is 4
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

Tensor<float, Shape<6>> x;
Tensor<float, Shape<2, BAD_OR_GOOD(4, 3)>> y = reshape<Shape<2, 3>>(x);  // error here
