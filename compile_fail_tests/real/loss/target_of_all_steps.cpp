// SPDX-License-Identifier: BSL-1.0
// A target for each step, and an output of the last one.
// Reported: SFData/StackOverflow/s56190344
// expect: mse_loss: the prediction is Shape<N, 8>, the target Shape<N, 1452, 8>; losses never broadcast; the prediction has no axis 1: select<1, -1>(target) is its last step
#include <shapeproof/nn/regression_loss.hpp>
#include <shapeproof/ops/slice.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, 8>>& last, const Tensor<float, Shape<N, 1452, 8>>& target) {
  [[maybe_unused]] auto y = mse_loss(last, GOOD((select<1, -1>))(target));  // error here
}
