// SPDX-License-Identifier: BSL-1.0
// What is written into has the result's shape.
// expect: slice_into: the result is Shape<2, 2>, out is Shape<2, 3>
#include <shapeproof/ops/slice.hpp>
using namespace shapeproof;

void f(Tensor<float, Shape<2, BAD_OR_GOOD(3, 2)>>& out, const Tensor<float, Shape<2, 3>>& x) {
  slice_into<1, 0, 2>(out, x);  // error here
}
