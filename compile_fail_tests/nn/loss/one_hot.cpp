// SPDX-License-Identifier: BSL-1.0
// Class ids are ids, not one-hot rows.
// expect: cross_entropy: the target is Shape<8, 10> of int64, class ids are wanted as Shape<8> of an integer type: argmax<1>(target)
#include <shapeproof/nn/class_loss.hpp>
using namespace shapeproof;

Tensor<float, Shape<8, 10>> logits;
Tensor<std::int64_t, Shape<8 BAD(, 10)>> ids;
auto loss = cross_entropy(logits, ids);  // error here
