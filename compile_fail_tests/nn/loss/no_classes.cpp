// SPDX-License-Identifier: BSL-1.0
// Scores have a batch and classes.
// expect: cross_entropy: the prediction has rank 1; a batch (axis 0) and classes (axis 1) are wanted
#include <shapeproof/nn/class_loss.hpp>
using namespace shapeproof;

Tensor<float, Shape<GOOD(8, ) 10>> logits;
Tensor<int, Shape<8>> ids;
auto loss = cross_entropy(logits, ids);  // error here
