// SPDX-License-Identifier: BSL-1.0
// A product the wrong way around, whose error elsewhere has no numbers.
// Reported: alecjacobson/geometry-processing-parameterization#3
// expect: matmul: the left operand has 200 columns, the right operand 300 rows; they must be equal
#include <shapeproof/ops/matmul.hpp>
#include <shapeproof/ops/permute.hpp>
using namespace shapeproof;

void f(const Tensor<double, Shape<300, 200>>& gradient, const Tensor<double, Shape<300, 1>>& values) {
  [[maybe_unused]] auto y = matmul(GOOD((transpose<0, 1>))(gradient), values);  // error here
}
