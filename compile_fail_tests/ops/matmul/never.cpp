// SPDX-License-Identifier: BSL-1.0
// N columns are never 2*N rows.
// expect: matmul: the left operand has N columns, the right operand 2*N rows, which are never equal
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Tensor<float, Shape<2, N>>& x, const Tensor<float, Shape<BAD_OR_GOOD(2, 1) * N, 5>>& y) {
  return matmul(x, y);  // error here
}
