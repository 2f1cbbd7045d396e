// SPDX-License-Identifier: BSL-1.0
// What scales the columns between two matrices is a diagonal, not a vector.
// Reported: gstlearn/gstlearn#911, where it is legal
// expect: matmul: the left operand has 2 elements, the right operand 3 rows; they must be equal
#include <shapeproof/ops/arithmetic.hpp>
#include <shapeproof/ops/broadcast.hpp>
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

void f(const Tensor<double, Shape<2, 3>>& a, const Tensor<double, Shape<3>>& v, const Tensor<double, Shape<3, 4>>& b) {
  [[maybe_unused]] auto y = matmul(BAD(matmul(a, v)) GOOD(a * broadcast_like(v, a)), b);  // error here
}
