// SPDX-License-Identifier: BSL-1.0
// What is written into must have the operand's shape.
// expect: softmax_into: the result is Shape<2, 3>, out is Shape<2, 4>
#include <shapeproof/ops/softmax.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
Tensor<float, Shape<2, BAD_OR_GOOD(4, 3)>> out;
void f() {
  softmax_into<1>(out, x);  // error here
}
