// SPDX-License-Identifier: BSL-1.0
// Extents may be values; integral constants are known at compile time.
// expect: broadcast_to: axis 0 is 3, Shape<dyn, 4> wants 4; only an extent of 1 is repeated
#include <shapeproof/ops/broadcast.hpp>
using namespace shapeproof;

Tensor<float, Shape<3>> x;
auto y = broadcast_to(x, 2, std::integral_constant<int, BAD_OR_GOOD(4, 3)>{});  // error here
