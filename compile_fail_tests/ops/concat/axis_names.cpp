// SPDX-License-Identifier: BSL-1.0
// Names are equal, also where the numbers may be.
// expect: concat along axis 0: axis 1 is N in operand 0 and M in operand 1; their names must be equal
#include <shapeproof/ops/concat.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), M = axis("M");
auto f(const Tensor<float, Shape<2, N>>& x, const Tensor<float, Shape<2, BAD_OR_GOOD(M, N)>>& z) {
  return concat<0>(x, z);  // error here
}
