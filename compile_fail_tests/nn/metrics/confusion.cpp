// SPDX-License-Identifier: BSL-1.0
// Predictions are compared as ids, not as scores.
// expect: confusion_matrix: the predicted ids are float32, integers are wanted; argmax<1>(scores) makes ids of scores
#include <shapeproof/nn/metrics.hpp>
using namespace shapeproof;

Tensor<BAD_OR_GOOD(float, int), Shape<8>> predicted;
Tensor<int, Shape<8>> ids;
auto counts = confusion_matrix<3>(predicted, ids);  // error here
