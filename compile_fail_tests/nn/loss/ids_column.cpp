// SPDX-License-Identifier: BSL-1.0
// A column of ids has an axis too many.
// expect: cross_entropy: the prediction is Shape<8, 10> with classes on axis 1, so ids are wanted as Shape<8>; the target is Shape<8, 1>: squeeze<1> the target
#include <shapeproof/nn/class_loss.hpp>
using namespace shapeproof;

Tensor<float, Shape<8, 10>> logits;
Tensor<int, Shape<8 BAD(, 1)>> ids;
auto loss = cross_entropy(logits, ids);  // error here
