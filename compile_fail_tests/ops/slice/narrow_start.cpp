// SPDX-License-Identifier: BSL-1.0
// A start is a place of the axis.
// expect: narrow: axis 1 is 3, it cannot begin at -4; it begins at -3 to 3
#include <shapeproof/ops/slice.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = narrow<1, BAD_OR_GOOD(-4, -3), 1>(x);  // error here
