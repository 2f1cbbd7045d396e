// SPDX-License-Identifier: BSL-1.0
// There is something to resize.
// expect: interpolate: axis 3 of the input is 0; there is nothing to move a window over
#include <shapeproof/ops/interpolate.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, BAD_OR_GOOD(0, 1)>> x;
auto y = interpolate<8>(x);  // error here
