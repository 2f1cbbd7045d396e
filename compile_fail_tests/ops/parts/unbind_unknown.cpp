// SPDX-License-Identifier: BSL-1.0
// How many parts there are is known while compiling.
// expect: unbind: axis 0 is N, the number of parts must be known; unbind<0, 3>(x) says it is 3
#include <shapeproof/ops/parts.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Tensor<float, Shape<N, 3>>& x) {
  return unbind<0 GOOD(, 3)>(x);  // error here
}
