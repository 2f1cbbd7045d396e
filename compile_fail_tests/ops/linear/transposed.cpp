// SPDX-License-Identifier: BSL-1.0
// A weight has a row for each feature that comes out.
// expect: linear: the last axis holds 400 features, 120 are wanted; the weight lies as [output features, input features]: transpose(weight) would fit
#include <shapeproof/ops/linear.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 400>> x;
Tensor<float, Shape<BAD(400, 120) GOOD(120, 400)>> weight;
auto y = linear<>(x, weight);  // error here
