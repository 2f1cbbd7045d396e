// SPDX-License-Identifier: BSL-1.0
// A weight's rows are as long as the last axis.
// expect: linear: the last axis holds 5 features, 4 are wanted
#include <shapeproof/ops/linear.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, BAD_OR_GOOD(5, 4)>> x;
Tensor<float, Shape<3, 4>> weight;
auto y = linear<>(x, weight);  // error here
