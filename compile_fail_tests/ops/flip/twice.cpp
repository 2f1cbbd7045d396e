// SPDX-License-Identifier: BSL-1.0
// An axis is turned round once.
// expect: flip: axis 1 is named twice
#include <shapeproof/ops/flip.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = flip<1, BAD_OR_GOOD(-1, 0)>(x);  // error here
