// SPDX-License-Identifier: BSL-1.0
// Element types are not mixed silently.
// expect: linear: the elements of the weight are float64, those of the input float32; cast<double>(input) or cast<float>(weight) makes them equal
#include <shapeproof/ops/linear.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 4>> x;
Tensor<BAD_OR_GOOD(double, float), Shape<3, 4>> weight;
auto y = linear<>(x, weight);  // error here
