// SPDX-License-Identifier: BSL-1.0
// A slice ends behind its beginning.
// expect: slice: axis 1 is 3, the slice would begin at 2 and end before, at 1
#include <shapeproof/ops/slice.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = slice<1, 2, BAD_OR_GOOD(1, 3)>(x);  // error here
