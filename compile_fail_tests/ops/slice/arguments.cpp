// SPDX-License-Identifier: BSL-1.0
// A slice is told an axis and its bounds, or a range for each axis.
// expect: slice: it takes an axis, begin, end and perhaps a step, as in slice<1, 2, 10>, or a range for each axis, as in slice<All, Range(2, 10)>
#include <shapeproof/ops/slice.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = slice<1, 0 GOOD(, 2)>(x);  // error here
