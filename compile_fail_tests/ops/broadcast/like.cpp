// SPDX-License-Identifier: BSL-1.0
// broadcast_like repeats an extent of 1 only.
// expect: broadcast_like: axis 0 is 3, Shape<2, 4> wants 4; only an extent of 1 is repeated
#include <shapeproof/ops/broadcast.hpp>
using namespace shapeproof;

Tensor<float, Shape<BAD_OR_GOOD(3, 4)>> x;
Tensor<float, Shape<2, 4>> y;
auto z = broadcast_like(x, y);  // error here
