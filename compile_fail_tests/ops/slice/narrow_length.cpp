// SPDX-License-Identifier: BSL-1.0
// What is taken stays inside of the axis.
// expect: narrow: axis 1 is 3, 3 elements from 1 on do not fit; 2 do
#include <shapeproof/ops/slice.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = narrow<1, 1, BAD_OR_GOOD(3, 2)>(x);  // error here
