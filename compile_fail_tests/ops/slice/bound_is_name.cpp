// SPDX-License-Identifier: BSL-1.0
// A bound is a number or _.
// expect: slice: a bound of axis 0 is neither a number nor _
#include <shapeproof/ops/slice.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Tensor<float, Shape<N, 3>>& x) {
  return slice<0, 0, BAD_OR_GOOD(N, 1)>(x);  // error here
}
