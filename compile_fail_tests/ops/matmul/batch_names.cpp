// SPDX-License-Identifier: BSL-1.0
// Batch axes have equal names.
// expect: matmul: axis 0 is N on the left and M on the right; their names must be equal
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), M = axis("M");
auto f(const Tensor<float, Shape<N, 2, 3>>& x, const Tensor<float, Shape<BAD_OR_GOOD(M, N), 3, 5>>& y) {
  return matmul(x, y);  // error here
}
