// SPDX-License-Identifier: BSL-1.0
// A row of 323 features is no row of the 13 that went in.
// Reported: phlippe/uvadlc_notebooks#51
// expect: reshape: 323*N*T elements cannot fill Shape<N, T, 13>, which holds 13*N*T; Shape<N, T, 323> would fit
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), T = axis("T");
void f(const Tensor<float, Shape<N, T, 323>>& x) {
  [[maybe_unused]] auto y = reshape<Shape<N, T, BAD_OR_GOOD(13, 323)>>(x);  // error here
}
