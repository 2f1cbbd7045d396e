// SPDX-License-Identifier: BSL-1.0
// A layer names itself, and the one that would fit.
// expect: Linear<576, 120>: the last axis holds 400 features, 576 are wanted; Linear<400, 120> would fit
#include <shapeproof/nn/linear.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Linear<BAD_OR_GOOD(576, 400), 120>& layer, const Tensor<float, Shape<N, 400>>& x) {
  return layer(x);  // error here
}
