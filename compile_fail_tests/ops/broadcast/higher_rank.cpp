// SPDX-License-Identifier: BSL-1.0
// No axis is lost.
// expect: broadcast_to: rank 2 cannot become rank 1 of Shape<3>; axes are added in front only
#include <shapeproof/ops/broadcast.hpp>
using namespace shapeproof;

Tensor<float, Shape<BAD(1, ) 3>> x;
auto y = broadcast_to<Shape<3>>(x);  // error here
