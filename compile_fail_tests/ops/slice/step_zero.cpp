// SPDX-License-Identifier: BSL-1.0
// A step goes forwards.
// expect: slice: the step along axis 1 is 0; a step is at least 1
#include <shapeproof/ops/slice.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = slice<1, 0, _, BAD_OR_GOOD(0, 1)>(x);  // error here
