// SPDX-License-Identifier: BSL-1.0
// However long the axis is, -1 stands behind -2.
// expect: slice: axis 0 is N, the slice would begin at -1 and end before, at -2
#include <shapeproof/ops/slice.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Tensor<float, Shape<N, 3>>& x) {
  return slice<0, -1, BAD_OR_GOOD(-2, _)>(x);  // error here
}
