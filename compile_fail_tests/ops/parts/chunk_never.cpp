// SPDX-License-Identifier: BSL-1.0
// However long N is, an odd number does not come in two equal parts.
// expect: chunk: axis 0 is 2*N+1, which 2 equal parts do not make
#include <shapeproof/ops/parts.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Tensor<float, Shape<2 * N BAD(+1), 3>>& x) {
  return chunk<0, 2>(x);  // error here
}
