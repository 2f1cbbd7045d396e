// SPDX-License-Identifier: BSL-1.0
// What no number of a name can give is refused while compiling.
// expect: narrow: axis 0 is N%3, at least 3 are needed, which it never holds
#include <shapeproof/ops/slice.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Tensor<float, Shape<N % 3, 3>>& x) {
  return narrow<0, 1, BAD_OR_GOOD(2, 1)>(x);  // error here
}
