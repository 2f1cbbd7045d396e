// SPDX-License-Identifier: BSL-1.0
// Each range stays inside of its axis.
// expect: slice: axis 1 is 3, it cannot end at 5; bounds are -3 to 3
#include <shapeproof/ops/slice.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = slice<All, Range(1, BAD_OR_GOOD(5, 3))>(x);  // error here
