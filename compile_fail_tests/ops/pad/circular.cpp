// SPDX-License-Identifier: BSL-1.0
// From the other end come at most as many elements as there are.
// expect: pad_circular: axis 0 is 2, 3 elements after it cannot be taken from it; at most 2 can
#include <shapeproof/ops/pad.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = pad_circular<Sides(0, BAD_OR_GOOD(3, 2))>(x);  // error here
