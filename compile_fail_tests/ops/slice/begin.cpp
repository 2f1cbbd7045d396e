// SPDX-License-Identifier: BSL-1.0
// A negative bound counts from the end, and stays inside too.
// expect: slice: axis 1 is 3, it cannot begin at -4; bounds are -3 to 3
#include <shapeproof/ops/slice.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = slice<1, BAD_OR_GOOD(-4, -3), _>(x);  // error here
