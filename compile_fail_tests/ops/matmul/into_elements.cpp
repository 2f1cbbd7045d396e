// SPDX-License-Identifier: BSL-1.0
// matmul_into writes into a tensor of the result's element type.
// expect: matmul_into: the elements of the result are float32, those of out are float64
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
Tensor<float, Shape<3, 5>> y;
Tensor<BAD_OR_GOOD(double, float), Shape<2, 5>> out;
void f() {
  matmul_into(out, x, y);  // error here
}
