// SPDX-License-Identifier: BSL-1.0
// Columns and rows of different names do not go together.
// expect: matmul: the left operand has N columns, the right operand M rows; their names must be equal
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), M = axis("M");
auto f(const Tensor<float, Shape<2, N>>& x, const Tensor<float, Shape<BAD_OR_GOOD(M, N), 5>>& y) {
  return matmul(x, y);  // error here
}
