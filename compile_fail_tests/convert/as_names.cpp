// SPDX-License-Identifier: BSL-1.0
// as<> does not change a name.
// expect: as: axis 0 is N, wanted is M; a name changes only through dyn
#include <shapeproof/convert.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), M = axis("M");
auto f(const Tensor<float, Shape<N, 3>>& x) {
  return as<Shape<BAD_OR_GOOD(M, N), 3>>(x);  // error here
}
