// SPDX-License-Identifier: BSL-1.0
// A loss does not repeat an axis of one.
// Reported: AIStream-Peelout/flow-forecast#246, where it is legal
// expect: mse_loss: the prediction is Shape<1, 1, 1>, the target Shape<1, 1>; losses never broadcast: squeeze<0> the prediction
#include <shapeproof/nn/regression_loss.hpp>
#include <shapeproof/ops/squeeze.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<1, 1, 1>>& output, const Tensor<float, Shape<1, 1>>& target) {
  [[maybe_unused]] auto y = mse_loss(GOOD(squeeze<2>)(output), target);  // error here
}
