// SPDX-License-Identifier: BSL-1.0
// A pretrained network without its head leaves 7 * 7 places.
// Reported: SFData/StackOverflow/s65519647
// expect: mse_loss: the prediction is Shape<N, 7, 7, 2>, the target Shape<N, 2>; losses never broadcast; the target has no axes 1 to 2: flatten<1> before the last layer
#include <shapeproof/nn/regression_loss.hpp>
#include <shapeproof/ops/matmul.hpp>
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, 7, 7, 2>>& x, const Tensor<float, Shape<98, 2>>& head,
       const Tensor<float, Shape<N, 2>>& target) {
  [[maybe_unused]] auto y = mse_loss(BAD((x)) GOOD(matmul(flatten<1>(x), head)), target);  // error here
}
