// SPDX-License-Identifier: BSL-1.0
// Ten outputs for each step, and one target.
// Reported: SFData/StackOverflow/s48978609
// expect: mse_loss: axis 2 of the prediction is 10, of the target it is 1; they must be equal
#include <shapeproof/nn/regression_loss.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, 10, BAD_OR_GOOD(10, 1)>>& output, const Tensor<float, Shape<N, 10, 1>>& target) {
  [[maybe_unused]] auto y = mse_loss(output, target);  // error here
}
