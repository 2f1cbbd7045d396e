// SPDX-License-Identifier: BSL-1.0
// An index is a place of the axis.
// expect: select: axis 1 is 3, there is no index 3; indices are -3 to 2
#include <shapeproof/ops/slice.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = select<1, BAD_OR_GOOD(3, 2)>(x);  // error here
