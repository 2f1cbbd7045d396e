// SPDX-License-Identifier: BSL-1.0
// Element types are not mixed silently.
// expect: conv2d: the elements of the kernel are float64, those of the input float32; cast<double>(input) or cast<float>(kernel) makes them equal
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, 5>> x;
Tensor<BAD_OR_GOOD(double, float), Shape<6, 3, 3, 3>> kernel;
auto y = conv2d<>(x, kernel);  // error here
