// SPDX-License-Identifier: BSL-1.0
// N need not be a multiple of 3.
// expect: reshape: N elements cannot be shown to divide by the 3 of Shape<_, 3>; an axis that is dyn is checked at run time
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Tensor<float, Shape<BAD_OR_GOOD(N, dyn)>>& x) {
  return reshape<Shape<_, 3>>(x);  // error here
}
