// SPDX-License-Identifier: BSL-1.0
// What is written into has the result's shape.
// expect: permute_into: the result is Shape<3, 2>, out is Shape<4, 2>
#include <shapeproof/ops/permute.hpp>
using namespace shapeproof;

void f(Tensor<float, Shape<BAD_OR_GOOD(4, 3), 2>>& out, const Tensor<float, Shape<2, 3>>& x) {
  permute_into<1, 0>(out, x);  // error here
}
