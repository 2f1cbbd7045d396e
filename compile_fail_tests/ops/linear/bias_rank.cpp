// SPDX-License-Identifier: BSL-1.0
// A bias is a number for each feature.
// expect: linear: the bias has rank 2; one number for each output feature is wanted
#include <shapeproof/ops/linear.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 4>> x;
Tensor<float, Shape<3, 4>> weight;
Tensor<float, Shape<3 BAD(, 1)>> bias;
auto y = linear<>(x, weight, bias);  // error here
