// SPDX-License-Identifier: BSL-1.0
// It is among at least one.
// expect: top_k_accuracy: k is 0; at least 1 is wanted
#include <shapeproof/nn/metrics.hpp>
using namespace shapeproof;

Tensor<float, Shape<8, 3>> scores;
Tensor<int, Shape<8>> ids;
auto part = top_k_accuracy<BAD_OR_GOOD(0, 2)>(scores, ids);  // error here
