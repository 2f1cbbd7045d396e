// SPDX-License-Identifier: BSL-1.0
// A mean and a deviation for each channel.
// expect: pipeline, step 2 of 2: normalize: axis 1 holds 1 channels, means and standard deviations are for 3; it receives float32 Shape<N, 1, 28, 28>
#include <shapeproof/data/images.hpp>
using namespace shapeproof;
inline constexpr auto N = axis("N");

void f(const Tensor<std::uint8_t, Shape<N, BAD_OR_GOOD(1, 3), 28, 28>>& x) {
  auto y = pipeline(to_float, normalize({0, 0, 0}, {1, 1, 1}))(x);  // error here
}
