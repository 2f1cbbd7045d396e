// SPDX-License-Identifier: BSL-1.0
// An image is flattened before a Linear, whose width is right.
// expect: Linear<400, 120>: the last axis holds 5 features, 400 are wanted; flatten<1>(x) makes 400 of axes 1 to 3
#include <shapeproof/nn/linear.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Linear<400, 120>& layer, const Tensor<float, Shape<N, BAD(16, 5, 5) GOOD(400)>>& x) {
  return layer(x);  // error here
}
