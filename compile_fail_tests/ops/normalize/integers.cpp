// SPDX-License-Identifier: BSL-1.0
// What is normalised has fractions.
// expect: layer_norm: elements are int32; cast<float>(x) gives them fractions
#include <shapeproof/ops/normalize.hpp>
using namespace shapeproof;

Tensor<BAD_OR_GOOD(int, float), Shape<3, 4>> x;
auto y = layer_norm(x);  // error here
