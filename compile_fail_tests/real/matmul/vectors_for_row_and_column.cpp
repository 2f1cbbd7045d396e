// SPDX-License-Identifier: BSL-1.0
// Two vectors make a scalar, a row and a column a matrix.
// Reported: SFData/StackOverflow/s54703832
// expect: as: rank 0, wanted is rank 2 of Shape<1, 1>
#include <shapeproof/ops/matmul.hpp>
#include <shapeproof/ops/squeeze.hpp>
using namespace shapeproof;

void takes(const Tensor<float, Shape<1, 1>>&);
void f(const Tensor<float, Shape<6>>& a, const Tensor<float, Shape<6>>& b) {
  takes(matmul(BAD(a, b) GOOD(unsqueeze<0>(a), unsqueeze<1>(b))));  // error here
}
