// SPDX-License-Identifier: BSL-1.0
// Probabilities are fractions.
// expect: log_softmax: elements are int32; cast<float>(x) gives them fractions
#include <shapeproof/ops/softmax.hpp>
using namespace shapeproof;

Tensor<BAD_OR_GOOD(int, float), Shape<2, 3>> x;
auto y = log_softmax<1>(x);  // error here
