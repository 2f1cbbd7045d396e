// SPDX-License-Identifier: BSL-1.0
// Class ids are integers.
// expect: cross_entropy: the target is Shape<8> of float32, class ids are wanted as Shape<8> of an integer type: cast<std::int64_t>(target)
#include <shapeproof/nn/class_loss.hpp>
using namespace shapeproof;

Tensor<float, Shape<8, 10>> logits;
Tensor<BAD_OR_GOOD(float, int), Shape<8>> ids;
auto loss = cross_entropy(logits, ids);  // error here
