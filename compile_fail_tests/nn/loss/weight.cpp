// SPDX-License-Identifier: BSL-1.0
// A weight for each class.
// expect: cross_entropy: axis 1 of the input is 10, axis 0 of the weight is 9; they must be equal
#include <shapeproof/nn/class_loss.hpp>
using namespace shapeproof;

Tensor<float, Shape<8, 10>> logits;
Tensor<int, Shape<8>> ids;
Tensor<float, Shape<BAD_OR_GOOD(9, 10)>> weight;
auto loss = cross_entropy(logits, ids, weight);  // error here
