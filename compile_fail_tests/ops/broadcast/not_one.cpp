// SPDX-License-Identifier: BSL-1.0
// Only an extent of 1 is repeated.
// expect: broadcast_to: axis 0 is 3, Shape<2, 4> wants 4; only an extent of 1 is repeated
#include <shapeproof/ops/broadcast.hpp>
using namespace shapeproof;

Tensor<float, Shape<BAD_OR_GOOD(3, 1)>> x;
auto y = broadcast_to<Shape<2, 4>>(x);  // error here
