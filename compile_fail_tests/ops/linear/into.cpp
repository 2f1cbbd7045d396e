// SPDX-License-Identifier: BSL-1.0
// out has the shape of the result.
// expect: linear_into: the result is Shape<2, 3>, out is Shape<2, 4>
#include <shapeproof/ops/linear.hpp>
using namespace shapeproof;

void f(Tensor<float, Shape<2, BAD_OR_GOOD(4, 3)>> out, Tensor<float, Shape<2, 4>> x,
       Tensor<float, Shape<3, 4>> weight) {
  linear_into(out, x, weight);  // error here
}
