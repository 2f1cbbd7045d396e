// SPDX-License-Identifier: BSL-1.0
// Channels have equal names.
// expect: conv2d: the input has C channels (axis 1), the kernel wants D; their names must be equal
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

inline constexpr auto C = axis("C"), D = axis("D");
auto f(const Tensor<float, Shape<2, C, 5, 5>>& x, const Tensor<float, Shape<6, BAD_OR_GOOD(D, C), 3, 3>>& kernel) {
  return conv2d<>(x, kernel);  // error here
}
