// SPDX-License-Identifier: BSL-1.0
// The input has an axis for its features.
// expect: linear: the input has rank 0; its last axis holds the features
#include <shapeproof/ops/linear.hpp>
using namespace shapeproof;

Tensor<float, Shape<GOOD(4)>> x;
Tensor<float, Shape<3, 4>> weight;
auto y = linear<>(x, weight);  // error here
