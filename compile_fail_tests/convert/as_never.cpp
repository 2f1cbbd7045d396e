// SPDX-License-Identifier: BSL-1.0
// 2*N is never N.
// expect: as: axis 0 is 2*N, wanted is N
#include <shapeproof/convert.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Tensor<float, Shape<2 * N>>& x) {
  return as<Shape<BAD_OR_GOOD(N, 2 * N)>>(x);  // error here
}
