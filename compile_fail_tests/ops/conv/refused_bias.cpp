// SPDX-License-Identifier: BSL-1.0
// What was refused is handed on: one error.
// expect: reshape: 7 elements cannot fill Shape<6>
#include <shapeproof/ops/conv.hpp>
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, 5>> x;
Tensor<float, Shape<6, 3, 3, 3>> kernel;
Tensor<float, Shape<BAD_OR_GOOD(7, 6)>> numbers;
auto y = conv2d<>(x, kernel, reshape<Shape<6>>(numbers));  // error here
