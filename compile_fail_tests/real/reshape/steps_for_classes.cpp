// SPDX-License-Identifier: BSL-1.0
// Scores of each step, and classes of the whole sequence.
// Reported: SFData/StackOverflow/s58277932
// expect: mse_loss: the prediction is Shape<N, 148, 9>, the target Shape<N, 9>; losses never broadcast; the target has no axis 1: flatten<1> before the last layer
#include <shapeproof/nn/regression_loss.hpp>
#include <shapeproof/ops/matmul.hpp>
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, 148, 9>>& x, const Tensor<float, Shape<1332, 9>>& head,
       const Tensor<float, Shape<N, 9>>& target) {
  [[maybe_unused]] auto y = mse_loss(BAD((x)) GOOD(matmul(flatten<1>(x), head)), target);  // error here
}
