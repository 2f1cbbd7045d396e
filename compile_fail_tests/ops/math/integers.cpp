// SPDX-License-Identifier: BSL-1.0
// exp wants fractions.
// expect: exp: elements are int32; cast<float>(x) gives them fractions
#include <shapeproof/ops/math.hpp>
using namespace shapeproof;

Tensor<BAD_OR_GOOD(int, float), Shape<3>> x;
auto y = exp(x);  // error here
