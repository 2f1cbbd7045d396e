// SPDX-License-Identifier: BSL-1.0
// What a layer was refused goes through other layers in silence.
// expect: Linear<5, 3>: the last axis holds 4 features, 5 are wanted; Linear<4, 3> would fit
#include <shapeproof/nn/activation.hpp>
#include <shapeproof/nn/linear.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Linear<BAD_OR_GOOD(5, 4), 3>& first, const Linear<3, 2>& second, const Tensor<float, Shape<N, 4>>& x) {
  auto y = first(x);  // error here
  return second(relu(y));
}
