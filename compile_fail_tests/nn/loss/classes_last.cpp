// SPDX-License-Identifier: BSL-1.0
// Classes stand on axis 1, in sequences too.
// expect: cross_entropy: the prediction is Shape<8, 16, 512> with classes on axis 1, so ids are wanted as Shape<8, 512>; the target is Shape<8, 16>; the classes seem to stand last: permute<0, 2, 1>(prediction) brings them to axis 1
#include <shapeproof/nn/class_loss.hpp>
using namespace shapeproof;

Tensor<float, Shape<8, BAD(16, 512) GOOD(512, 16)>> logits;
Tensor<int, Shape<8, 16>> ids;
auto loss = cross_entropy(logits, ids);  // error here
