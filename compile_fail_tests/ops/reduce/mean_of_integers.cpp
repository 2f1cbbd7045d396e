// SPDX-License-Identifier: BSL-1.0
// The mean of integers has a fraction.
// expect: mean: elements are int32; cast<float>(x) gives them fractions
#include <shapeproof/ops/reduce.hpp>
using namespace shapeproof;

Tensor<BAD_OR_GOOD(int, float), Shape<3>> x;
auto y = mean(x);  // error here
