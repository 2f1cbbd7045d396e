// SPDX-License-Identifier: BSL-1.0
// A vector times a column is a vector of one; a matrix of one has to be said.
// Reported: SFData/StackOverflow/s54748446
// expect: as: rank 1, wanted is rank 2 of Shape<1, 1>
#include <shapeproof/ops/matmul.hpp>
#include <shapeproof/ops/squeeze.hpp>
using namespace shapeproof;

void takes(const Tensor<float, Shape<1, 1>>&);
void f(const Tensor<float, Shape<2>>& a, const Tensor<float, Shape<2, 1>>& b) {
  takes(matmul(GOOD(unsqueeze<0>)(a), b));  // error here
}
