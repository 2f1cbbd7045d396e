// SPDX-License-Identifier: BSL-1.0
// sqrt wants fractions, also of bool.
// expect: sqrt: elements are bool; cast<float>(x) gives them fractions
#include <shapeproof/ops/math.hpp>
using namespace shapeproof;

Tensor<BAD_OR_GOOD(bool, double), Shape<3>> x;
auto y = sqrt(x);  // error here
