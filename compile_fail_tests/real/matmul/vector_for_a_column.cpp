// SPDX-License-Identifier: BSL-1.0
// A matrix times a vector is a vector; a column has to be said.
// Reported: SFData/ICSE2020/s34908033
// expect: as: rank 1, wanted is rank 2 of Shape<2, 1>
#include <shapeproof/ops/matmul.hpp>
#include <shapeproof/ops/squeeze.hpp>
using namespace shapeproof;

void takes(const Tensor<float, Shape<2, 1>>&);
void f(const Tensor<float, Shape<2, 2>>& a, const Tensor<float, Shape<2>>& b) {
  takes(matmul(a, GOOD(unsqueeze<1>)(b)));  // error here
}
