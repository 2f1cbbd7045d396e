// SPDX-License-Identifier: BSL-1.0
// Padding adds elements.
// expect: pad: -1 elements before axis 1; slice takes elements away
#include <shapeproof/ops/pad.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = pad<1, BAD_OR_GOOD(-1, 1), 0>(x);  // error here
