// SPDX-License-Identifier: BSL-1.0
// A named size is one of the operand's.
// expect: split_with_sizes: a part is M long, which the operand does not say; one part may be _
#include <shapeproof/ops/parts.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), M = axis("M");
auto f(const Tensor<float, Shape<N + 2, N>>& x) {
  return split_with_sizes<0, 2, BAD_OR_GOOD(M, N)>(x);  // error here
}
