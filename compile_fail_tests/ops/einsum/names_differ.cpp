// SPDX-License-Identifier: BSL-1.0
// An index has one name.
// expect: einsum "ij,jk->ik": j is N in the left operand (axis 1) and M in the right operand (axis 0); their names must be equal
#include <shapeproof/ops/einsum.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), M = axis("M");
auto f(const Tensor<float, Shape<2, N>>& a, const Tensor<float, Shape<BAD_OR_GOOD(M, N), 5>>& b) {
  return einsum<"ij,jk->ik">(a, b);  // error here
}
