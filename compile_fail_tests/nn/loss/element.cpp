// SPDX-License-Identifier: BSL-1.0
// Elements of both sides are of one type.
// expect: mse_loss: the prediction holds float32, the target float64; cast<float>(target) makes them equal
#include <shapeproof/nn/regression_loss.hpp>
using namespace shapeproof;

Tensor<float, Shape<8>> prediction;
Tensor<BAD_OR_GOOD(double, float), Shape<8>> target;
auto loss = mse_loss(prediction, target);  // error here
