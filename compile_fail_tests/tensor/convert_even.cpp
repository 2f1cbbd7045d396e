// SPDX-License-Identifier: BSL-1.0
// No N makes 7 of 2*N.
// expect: as: axis 0 is 7, wanted is 2*N
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Tensor<float, Shape<2 * N>> f(const Tensor<float, Shape<BAD_OR_GOOD(7, 2 * N)>>& x) {
  return x;  // error here
}
