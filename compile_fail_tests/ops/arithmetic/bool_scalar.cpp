// SPDX-License-Identifier: BSL-1.0
// Arithmetic with a scalar wants numbers too.
// expect: mul: elements are bool; cast<std::int32_t>(x) makes numbers of them
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

Tensor<BAD_OR_GOOD(bool, int), Shape<3>> x;
auto z = x * 2;  // error here
