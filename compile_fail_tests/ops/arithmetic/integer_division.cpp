// SPDX-License-Identifier: BSL-1.0
// A quotient of integers would be cut.
// expect: div: elements are int32 and a quotient would be cut; cast<float>(x) divides with fractions
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

Tensor<BAD_OR_GOOD(int, float), Shape<3>> x;
auto z = x / x;  // error here
