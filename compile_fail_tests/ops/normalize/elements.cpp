// SPDX-License-Identifier: BSL-1.0
// Parameters have the elements of the input.
// expect: layer_norm: the elements of the weight are float64, those of the input float32; cast<double>(input) or cast<float>(weight) makes them equal
#include <shapeproof/ops/normalize.hpp>
using namespace shapeproof;

Tensor<float, Shape<3, 4>> x;
Tensor<BAD_OR_GOOD(double, float), Shape<4>> weight;
auto y = layer_norm(x, weight);  // error here
