// SPDX-License-Identifier: BSL-1.0
// out has the shape of the result.
// expect: add_into: the result is Shape<2, 3>, out is Shape<3, 2>
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

void f(Tensor<float, Shape<BAD(3, 2) GOOD(2, 3)>>& out, const Tensor<float, Shape<2, 3>>& x) {
  add_into(out, x, x);  // error here
}
