// SPDX-License-Identifier: BSL-1.0
// 2*N columns may be M+N rows or not.
// expect: matmul: the left operand has 2*N columns, the right operand M+N rows, which cannot be shown equal; as<Shape<...>> checks it at run time
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), M = axis("M");
auto f(const Tensor<float, Shape<2, 2 * N>>& x, const Tensor<float, Shape<BAD_OR_GOOD(M, N) + N, 5>>& y) {
  return matmul(x, y);  // error here
}
