// SPDX-License-Identifier: BSL-1.0
// A probability for each class.
// expect: cross_entropy: axis 1 of the prediction is 10, of the target it is 9; they must be equal
#include <shapeproof/nn/class_loss.hpp>
using namespace shapeproof;

Tensor<float, Shape<8, 10>> logits;
Tensor<float, Shape<8, BAD_OR_GOOD(9, 10)>> probabilities;
auto loss = cross_entropy(logits, probabilities);  // error here
