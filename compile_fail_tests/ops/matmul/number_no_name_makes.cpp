// SPDX-License-Identifier: BSL-1.0
// No N makes 7 columns of 2*N.
// expect: matmul: the left operand has 2*N columns, the right operand 7 rows; they must be equal
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Tensor<float, Shape<2, 2 * N>>& x, const Tensor<float, Shape<BAD_OR_GOOD(7, 8), 5>>& y) {
  return matmul(x, y);  // error here
}
