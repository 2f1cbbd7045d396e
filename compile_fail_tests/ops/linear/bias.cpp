// SPDX-License-Identifier: BSL-1.0
// A bias has as many numbers as the weight has rows.
// expect: linear: the bias holds 4 numbers, the weight makes 3 features; they must be equal
#include <shapeproof/ops/linear.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 4>> x;
Tensor<float, Shape<3, 4>> weight;
Tensor<float, Shape<BAD_OR_GOOD(4, 3)>> bias;
auto y = linear<>(x, weight, bias);  // error here
