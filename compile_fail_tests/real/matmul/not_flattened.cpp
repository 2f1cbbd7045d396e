// SPDX-License-Identifier: BSL-1.0
// Features of an image are not its classifier's.
// Reported: udacity/deep-learning-v2-pytorch#396
// expect: matmul: the left operand has 7 columns, the right operand 25088 rows; they must be equal
#include <shapeproof/ops/matmul.hpp>
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<1, 512, 7, 7>>& x, const Tensor<float, Shape<25088, 4096>>& weights) {
  [[maybe_unused]] auto y = matmul(GOOD(flatten<1>)(x), weights);  // error here
}
