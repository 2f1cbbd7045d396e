// SPDX-License-Identifier: BSL-1.0
// An image is flattened first.
// expect: linear: the last axis holds 5 features, 400 are wanted; flatten<1>(x) makes 400 of axes 1 to 3
#include <shapeproof/ops/linear.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, BAD(16, 5, 5) GOOD(400)>> x;
Tensor<float, Shape<120, 400>> weight;
auto y = linear<>(x, weight);  // error here
