// SPDX-License-Identifier: BSL-1.0
// Losses never broadcast: [N, 1] beside [N] would make a matrix.
// expect: mse_loss: the prediction is Shape<N, 1>, the target Shape<N>; losses never broadcast: squeeze<1> the prediction
#include <shapeproof/create.hpp>
#include <shapeproof/nn/regression_loss.hpp>
using namespace shapeproof;

constexpr auto N = axis("N");
auto prediction = zeros<float, Shape<N BAD(, 1)>>(3);
auto target = zeros<float, Shape<N>>(3);
auto loss = mse_loss(prediction, target);  // error here
