// SPDX-License-Identifier: BSL-1.0
// Two names may hold the same number or not.
// expect: reshape: 3*N elements cannot be shown to fill Shape<M, 3>, which holds 3*M
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), M = axis("M");
auto f(const Tensor<float, Shape<N, 3>>& x) {
  return reshape<Shape<BAD_OR_GOOD(M, N), 3>>(x);  // error here
}
