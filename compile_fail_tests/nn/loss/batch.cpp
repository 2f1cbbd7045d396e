// SPDX-License-Identifier: BSL-1.0
// An id for each sample.
// expect: cross_entropy: the prediction is Shape<8, 10> with classes on axis 1, so ids are wanted as Shape<8>; the target is Shape<7>
#include <shapeproof/nn/class_loss.hpp>
using namespace shapeproof;

Tensor<float, Shape<8, 10>> logits;
Tensor<int, Shape<BAD_OR_GOOD(7, 8)>> ids;
auto loss = cross_entropy(logits, ids);  // error here
