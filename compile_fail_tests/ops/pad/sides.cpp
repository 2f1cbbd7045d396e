// SPDX-License-Identifier: BSL-1.0
// There are no more sides than axes.
// expect: pad: the sides of 3 axes are given, the operand has rank 2; there is one for each axis, from the first on
#include <shapeproof/ops/pad.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = pad<Sides(1), Sides(1) BAD(, Sides(1))>(x);  // error here
