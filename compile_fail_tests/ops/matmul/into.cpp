// SPDX-License-Identifier: BSL-1.0
// matmul_into writes into a tensor of the result's shape.
// expect: matmul_into: the result is Shape<2, 5>, out is Shape<2, 3>
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
Tensor<float, Shape<3, 5>> y;
Tensor<float, Shape<2, BAD_OR_GOOD(3, 5)>> out;
void f() {
  matmul_into(out, x, y);  // error here
}
