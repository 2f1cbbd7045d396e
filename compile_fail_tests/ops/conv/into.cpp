// SPDX-License-Identifier: BSL-1.0
// out has the shape of the result.
// expect: conv2d_into: the result is Shape<2, 6, 3, 3>, out is Shape<2, 6, 3, 4>
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

void f(Tensor<float, Shape<2, 6, 3, BAD_OR_GOOD(4, 3)>> out, Tensor<float, Shape<2, 3, 5, 5>> x,
       Tensor<float, Shape<6, 3, 3, 3>> kernel) {
  conv2d_into<>(out, x, kernel);  // error here
}
