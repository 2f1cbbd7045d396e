// SPDX-License-Identifier: BSL-1.0
// What is written into must have the input's shape.
// expect: layer_norm_into: the result is Shape<3, 4>, out is Shape<3, 5>
#include <shapeproof/ops/normalize.hpp>
using namespace shapeproof;

Tensor<float, Shape<3, 4>> x;
Tensor<float, Shape<3, BAD_OR_GOOD(5, 4)>> out;
void f() {
  layer_norm_into(out, x);  // error here
}
