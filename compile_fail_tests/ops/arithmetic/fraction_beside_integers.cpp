// SPDX-License-Identifier: BSL-1.0
// A scalar with a fraction would be cut to an integer.
// expect: mul: a floating-point scalar beside elements of int32 would be cut to an integer; cast<float>(tensor) first
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

Tensor<BAD_OR_GOOD(int, float), Shape<3>> x;
auto z = 0.5 * x;  // error here
