// SPDX-License-Identifier: BSL-1.0
// Scores at each place of a volume, and classes of the whole.
// Reported: SFData/StackOverflow/s57928270
// expect: mse_loss: the prediction is Shape<N, 25, 25, 25, 32>, the target Shape<N, 32>; losses never broadcast; the target has no axes 1 to 3: flatten<1> before the last layer
#include <shapeproof/nn/regression_loss.hpp>
#include <shapeproof/ops/matmul.hpp>
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, 25, 25, 25, 32>>& x, const Tensor<float, Shape<500000, 32>>& head,
       const Tensor<float, Shape<N, 32>>& target) {
  [[maybe_unused]] auto y = mse_loss(BAD((x)) GOOD(matmul(flatten<1>(x), head)), target);  // error here
}
