// SPDX-License-Identifier: BSL-1.0
// pad is told an axis and its sides, or the sides of each axis.
// expect: pad: it takes an axis and the numbers of elements before and after it, as in pad<1, 2, 3>, or the sides of each axis, as in pad<Sides(0), Sides(2, 3)>
#include <shapeproof/ops/pad.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = pad<1, 2 GOOD(, 3)>(x);  // error here
