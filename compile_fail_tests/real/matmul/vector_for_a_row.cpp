// SPDX-License-Identifier: BSL-1.0
// A vector times a matrix is a vector; a row has to be said.
// Reported: SFData/StackOverflow/s50130413
// expect: as: rank 1, wanted is rank 2 of Shape<1, 3>
#include <shapeproof/ops/matmul.hpp>
#include <shapeproof/ops/squeeze.hpp>
using namespace shapeproof;

void takes(const Tensor<float, Shape<1, 3>>&);
void f(const Tensor<float, Shape<2>>& a, const Tensor<float, Shape<2, 3>>& b) {
  takes(matmul(GOOD(unsqueeze<0>)(a), b));  // error here
}
