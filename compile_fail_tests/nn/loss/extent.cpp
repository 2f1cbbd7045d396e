// SPDX-License-Identifier: BSL-1.0
// A prediction for each target.
// expect: huber_loss: axis 1 of the prediction is 4, of the target it is 3; they must be equal
#include <shapeproof/nn/regression_loss.hpp>
using namespace shapeproof;

Tensor<float, Shape<8, BAD_OR_GOOD(4, 3)>> prediction;
Tensor<float, Shape<8, 3>> target;
auto loss = huber_loss(prediction, target, 0.5);  // error here
