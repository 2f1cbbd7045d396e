// SPDX-License-Identifier: BSL-1.0
// Parts of an axis fill it.
// expect: Unflatten<1, 16, 5, 4>: 400 elements cannot fill Shape<16, 5, 4>, which holds 320; Shape<20, 5, 4> would fit
#include <shapeproof/nn/shape_layers.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Unflatten<1, 16, 5, BAD_OR_GOOD(4, 5)>& layer, const Tensor<float, Shape<N, 400>>& x) {
  return layer(x);  // error here
}
