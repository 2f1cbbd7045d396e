// SPDX-License-Identifier: BSL-1.0
// Two scores at each of 15 * 15 places, and two for each sample.
// Reported: SFData/StackOverflow/s62299824
// expect: mse_loss: the prediction is Shape<N, 15, 15, 2>, the target Shape<N, 2>; losses never broadcast; the target has no axes 1 to 2: flatten<1> before the last layer
#include <shapeproof/nn/regression_loss.hpp>
#include <shapeproof/ops/matmul.hpp>
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, 15, 15, 2>>& x, const Tensor<float, Shape<450, 2>>& head,
       const Tensor<float, Shape<N, 2>>& target) {
  [[maybe_unused]] auto y = mse_loss(BAD((x)) GOOD(matmul(flatten<1>(x), head)), target);  // error here
}
