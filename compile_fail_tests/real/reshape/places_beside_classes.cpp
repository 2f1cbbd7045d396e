// SPDX-License-Identifier: BSL-1.0
// Scores at each place, and classes of the whole image.
// Reported: SFData/StackOverflow/s56912176
// expect: mse_loss: the prediction is Shape<N, 6, 6, 10>, the target Shape<N, 10>; losses never broadcast; the target has no axes 1 to 2: flatten<1> before the last layer
#include <shapeproof/nn/regression_loss.hpp>
#include <shapeproof/ops/matmul.hpp>
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, 6, 6, 10>>& x, const Tensor<float, Shape<360, 10>>& head,
       const Tensor<float, Shape<N, 10>>& target) {
  [[maybe_unused]] auto y = mse_loss(BAD((x)) GOOD(matmul(flatten<1>(x), head)), target);  // error here
}
