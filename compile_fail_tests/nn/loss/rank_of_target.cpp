// SPDX-License-Identifier: BSL-1.0
// A target has no axis more than the prediction: nothing is broadcast.
// expect: l1_loss: the prediction is Shape<8>, the target Shape<8, 1>; losses never broadcast: squeeze<1> the target
#include <shapeproof/nn/regression_loss.hpp>
using namespace shapeproof;

Tensor<float, Shape<8>> prediction;
Tensor<float, Shape<8 BAD(, 1)>> target;
auto loss = l1_loss(prediction, target);  // error here
