// SPDX-License-Identifier: BSL-1.0
// What is written into has the result's shape.
// expect: concat_into: the result is Shape<4, 3>, out is Shape<5, 3>
#include <shapeproof/ops/concat.hpp>
using namespace shapeproof;

void f(Tensor<float, Shape<BAD_OR_GOOD(5, 4), 3>>& out, const Tensor<float, Shape<2, 3>>& x) {
  concat_into<0>(out, x, x);  // error here
}
