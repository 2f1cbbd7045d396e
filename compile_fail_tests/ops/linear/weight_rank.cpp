// SPDX-License-Identifier: BSL-1.0
// A weight is a matrix.
// expect: linear: the weight has rank 1; [output features, input features] is wanted
#include <shapeproof/ops/linear.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 4>> x;
Tensor<float, Shape<BAD(12) GOOD(3, 4)>> weight;
auto y = linear<>(x, weight);  // error here
