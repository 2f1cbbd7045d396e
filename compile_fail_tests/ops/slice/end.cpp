// SPDX-License-Identifier: BSL-1.0
// A bound outside of the axis is refused, where NumPy would cut the slice.
// expect: slice: axis 1 is 3, it cannot end at 12; bounds are -3 to 3
#include <shapeproof/ops/slice.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = slice<1, 0, BAD_OR_GOOD(12, 2)>(x);  // error here
