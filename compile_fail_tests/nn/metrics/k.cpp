// SPDX-License-Identifier: BSL-1.0
// The right class is among all of them.
// expect: top_k_accuracy: k is 5, the prediction has 3 classes (axis 1)
#include <shapeproof/nn/metrics.hpp>
using namespace shapeproof;

Tensor<float, Shape<8, 3>> scores;
Tensor<int, Shape<8>> ids;
auto part = top_k_accuracy<BAD_OR_GOOD(5, 2)>(scores, ids);  // error here
