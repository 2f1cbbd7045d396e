// SPDX-License-Identifier: BSL-1.0
// Features come in first, and go out second.
// expect: Linear<120, 400>: the last axis holds 400 features, 120 are wanted; Linear<400, 120> would fit
#include <shapeproof/nn/linear.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Linear<BAD(120, 400) GOOD(400, 120)>& layer, const Tensor<float, Shape<N, 400>>& x) {
  return layer(x);  // error here
}
