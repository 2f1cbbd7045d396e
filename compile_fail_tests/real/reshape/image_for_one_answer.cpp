// SPDX-License-Identifier: BSL-1.0
// An image of answers, and one answer for each sample.
// Reported: SFData/StackOverflow/s56437157
// expect: mse_loss: the prediction is Shape<N, 50, 50, 1>, the target Shape<N, 1>; losses never broadcast; the target has no axes 1 to 2: flatten<1> before the last layer
#include <shapeproof/nn/regression_loss.hpp>
#include <shapeproof/ops/matmul.hpp>
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, 50, 50, 1>>& x, const Tensor<float, Shape<2500, 1>>& head,
       const Tensor<float, Shape<N, 1>>& target) {
  [[maybe_unused]] auto y = mse_loss(BAD((x)) GOOD(matmul(flatten<1>(x), head)), target);  // error here
}
