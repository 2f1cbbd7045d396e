// SPDX-License-Identifier: BSL-1.0
// What is written into must have the result's shape.
// expect: sum_into: the result is Shape<2>, out is Shape<3>
#include <shapeproof/ops/reduce.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
Tensor<float, Shape<BAD_OR_GOOD(3, 2)>> out;
void f() {
  sum_into<1>(out, x);  // error here
}
