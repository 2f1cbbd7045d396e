// SPDX-License-Identifier: BSL-1.0
// What is taken stays inside of the axis, of which one element is left.
// expect: narrow: axis 1 is 3, 2 elements from 2 on do not fit; 1 does
#include <shapeproof/ops/slice.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = narrow<1, 2, BAD_OR_GOOD(2, 1)>(x);  // error here
