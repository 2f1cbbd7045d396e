// SPDX-License-Identifier: BSL-1.0
// Columns and rows of different names do not go together, even where both hold the same number.
// expect: matmul: the left operand has H(32) columns, the right operand W(32) rows (both 32); their names must be equal
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

inline constexpr auto H = axis("H"), W = axis("W");
Tensor<float, Shape<2, H(32)>> x;
Tensor<float, Shape<BAD_OR_GOOD(W, H)(32), 5>> y;
auto z = matmul(x, y);  // error here
