// SPDX-License-Identifier: BSL-1.0
// The weight has the axes that are normalised.
// expect: layer_norm: the bias is Shape<4>, the input wants Shape<3, 4>
#include <shapeproof/ops/normalize.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 4>> x;
Tensor<float, Shape<3, 4>> weight;
Tensor<float, Shape<GOOD(3,) 4>> bias;
auto y = layer_norm<1>(x, weight, bias);  // error here
