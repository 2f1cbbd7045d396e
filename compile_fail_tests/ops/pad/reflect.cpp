// SPDX-License-Identifier: BSL-1.0
// Reflected are less elements than there are, as the edge itself is not.
// expect: pad_reflect: axis 1 is 3, 3 elements before it cannot be taken from it; at most 2 can
#include <shapeproof/ops/pad.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = pad_reflect<1, BAD_OR_GOOD(3, 2), 0>(x);  // error here
