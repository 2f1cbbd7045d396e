// SPDX-License-Identifier: BSL-1.0
// 2*N may be N+M or not.
// expect: einsum "ij,jk->ik": j is 2*N in the left operand (axis 1) and M+N in the right operand (axis 0), which cannot be shown equal; as<Shape<...>> checks it at run time
#include <shapeproof/ops/einsum.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), M = axis("M");
auto f(const Tensor<float, Shape<2, 2 * N>>& a, const Tensor<float, Shape<BAD_OR_GOOD(M, N) + N, 5>>& b) {
  return einsum<"ij,jk->ik">(a, b);  // error here
}
