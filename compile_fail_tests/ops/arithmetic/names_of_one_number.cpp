// SPDX-License-Identifier: BSL-1.0
// Two names are two axes, even where both hold the same number.
// expect: add: axis 1 is H on the left and W on the right (both 32); their names must be equal
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

inline constexpr auto H = axis("H"), W = axis("W");
Tensor<float, Shape<3, H(32)>> x;
Tensor<float, Shape<3, BAD_OR_GOOD(W, H)(32)>> y;
auto z = x + y;  // error here
