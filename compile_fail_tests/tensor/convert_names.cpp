// SPDX-License-Identifier: BSL-1.0
// A name does not become another one.
// expect: as: axis 0 is N, wanted is M; a name changes only through dyn
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), M = axis("M");
Tensor<float, Shape<M>> f(const Tensor<float, Shape<BAD_OR_GOOD(N, M)>>& x) {
  return x;  // error here
}
