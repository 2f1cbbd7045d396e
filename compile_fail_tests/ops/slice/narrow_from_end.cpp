// SPDX-License-Identifier: BSL-1.0
// From -2 on there are two elements, however many there are in all.
// expect: narrow: axis 0 is N, 3 elements from -2 on do not fit; 2 do
#include <shapeproof/ops/slice.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Tensor<float, Shape<N, 3>>& x) {
  return narrow<0, -2, BAD_OR_GOOD(3, 2)>(x);  // error here
}
