// SPDX-License-Identifier: BSL-1.0
// A scalar has nothing to choose from.
// expect: argmin: the operand has one element; the answer would always be 0
#include <shapeproof/ops/reduce.hpp>
using namespace shapeproof;

Tensor<float, Shape<1 GOOD(, 2)>> x;
auto y = argmin(x);  // error here
