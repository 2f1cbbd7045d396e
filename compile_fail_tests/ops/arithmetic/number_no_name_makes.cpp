// SPDX-License-Identifier: BSL-1.0
// No N makes an odd number of 2*N.
// expect: add: axis 0 is 2*N on the left and 7 on the right; they must be equal
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Tensor<float, Shape<2 * N>>& x, const Tensor<float, Shape<BAD_OR_GOOD(7, 8)>>& y) {
  return x + y;  // error here
}
