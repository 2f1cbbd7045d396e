// SPDX-License-Identifier: BSL-1.0
// Weights have fractions.
// expect: linear: elements are int32; cast<float>(x) gives them fractions
#include <shapeproof/ops/linear.hpp>
using namespace shapeproof;

using T = BAD_OR_GOOD(int, float);
Tensor<T, Shape<2, 4>> x;
Tensor<T, Shape<3, 4>> weight;
auto y = linear<>(x, weight);  // error here
