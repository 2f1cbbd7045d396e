// SPDX-License-Identifier: BSL-1.0
// An ellipsis stands on each side once.
// expect: rearrange "... a ... -> ... a": "..." at character 7 is the second on the left; one takes all other axes
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = rearrange<BAD_OR_GOOD("... a ... -> ... a", "... a -> ... a")>(x);  // error here
