// SPDX-License-Identifier: BSL-1.0
// A slice does not go backwards: flip does.
// expect: slice: the step along axis 1 is -1; a step is at least 1, flip<1>(x) turns the axis round
#include <shapeproof/ops/slice.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = slice<1, 0, _, BAD_OR_GOOD(-1, 1)>(x);  // error here
