// SPDX-License-Identifier: BSL-1.0
// Linear has one option.
// expect: Linear<4, 3, Stride<2>>: Stride<2> is none of its options: NoBias
#include <shapeproof/nn/linear.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Linear<4, 3, BAD_OR_GOOD(Stride<2>, NoBias)>& layer, const Tensor<float, Shape<N, 4>>& x) {
  return layer(x);  // error here
}
