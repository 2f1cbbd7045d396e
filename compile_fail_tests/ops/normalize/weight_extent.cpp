// SPDX-License-Identifier: BSL-1.0
// The weight is as long as the axis.
// expect: layer_norm: axis 1 of the input is 4, axis 0 of the weight is 5; they must be equal
#include <shapeproof/ops/normalize.hpp>
using namespace shapeproof;

Tensor<float, Shape<3, 4>> x;
Tensor<float, Shape<BAD_OR_GOOD(5, 4)>> weight;
auto y = layer_norm(x, weight);  // error here
