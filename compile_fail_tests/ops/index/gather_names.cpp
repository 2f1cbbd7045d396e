// SPDX-License-Identifier: BSL-1.0
// Names are equal, also where the numbers may be.
// expect: gather: axis 0 of the index is M, of the operand it is N; their names must be equal
#include <shapeproof/ops/index.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), M = axis("M");
auto f(const Tensor<float, Shape<N, 3>>& x, const Tensor<int, Shape<BAD_OR_GOOD(M, N), 5>>& index) {
  return gather<1>(x, index);  // error here
}
