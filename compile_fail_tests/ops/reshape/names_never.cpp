// SPDX-License-Identifier: BSL-1.0
// 3*N is never 4*N.
// expect: reshape: 3*N elements cannot fill Shape<N, 4>, which holds 4*N; Shape<N, 3> would fit
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Tensor<float, Shape<N, 3>>& x) {
  return reshape<Shape<N, BAD_OR_GOOD(4, 3)>>(x);  // error here
}
