// SPDX-License-Identifier: BSL-1.0
// Weights are as high as a sample is wide, not as a batch is long.
// Reported: SFData/StackOverflow/s46687091
// expect: matmul: the left operand has 32 columns, the right operand 1 rows; they must be equal
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<4, 32>>& x, const Tensor<float, Shape<BAD_OR_GOOD(1, 32), 4>>& weights) {
  [[maybe_unused]] auto y = matmul(x, weights);  // error here
}
