// SPDX-License-Identifier: BSL-1.0
// A quotient of integers would be cut, also by a scalar.
// expect: div: elements are uint8 and a quotient would be cut; cast<float>(x) divides with fractions
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

Tensor<BAD_OR_GOOD(std::uint8_t, float), Shape<3>> x;
auto z = x / 2;  // error here
