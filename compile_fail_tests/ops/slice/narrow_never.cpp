// SPDX-License-Identifier: BSL-1.0
// Where the start is known at run time only, the axis must hold so many elements at least.
// expect: narrow: axis 1 is 3, 4 elements from 0 on do not fit; 3 do
#include <shapeproof/ops/slice.hpp>
using namespace shapeproof;

auto f(const Tensor<float, Shape<2, 3>>& x, int start) {
  return narrow<1, BAD_OR_GOOD(4, 3)>(x, start);  // error here
}
