// SPDX-License-Identifier: BSL-1.0
// The kernel fits the padded input for some numbers at least.
// expect: conv2d: axis 2: (5 + 2*0 - 1*(K+5 - 1) - 1) / 1 + 1 = -K+1; the kernel does not fit the padded input
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

inline constexpr auto K = axis("K");
auto f(const Tensor<float, Shape<2, 3, 5, 5>>& x, const Tensor<float, Shape<6, 3, K + BAD_OR_GOOD(5, 4), 3>>& kernel) {
  return conv2d<>(x, kernel);  // error here
}
