// SPDX-License-Identifier: BSL-1.0
// What is cut out is no larger than the image.
// expect: pipeline, step 2 of 3: center_crop: axis 3 is 30; 32 are to be cut out; it receives uint8 Shape<N, 3, 32, 30>
#include <shapeproof/data/images.hpp>
using namespace shapeproof;
inline constexpr auto N = axis("N");

void f(const Tensor<std::uint8_t, Shape<N, 3, 32, BAD_OR_GOOD(30, 32)>>& x) {
  auto y = pipeline(horizontal_flip, center_crop<32, 32>, to_float)(x);  // error here
}
