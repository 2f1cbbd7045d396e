// SPDX-License-Identifier: BSL-1.0
// A flatten width of padded images, which were not padded.
// Reported: StackOverflow/UT-1 (q38167455)
// expect: reshape: 51200 elements cannot fill Shape<50, 3136>, which holds 156800; Shape<50, 1024> would fit
#include <shapeproof/ops/conv.hpp>
#include <shapeproof/ops/pool.hpp>
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

constexpr auto border = BAD_OR_GOOD(Valid, Same);
void f(const Tensor<float, Shape<50, 1, 28, 28>>& x, const Tensor<float, Shape<32, 1, 5, 5>>& first,
       const Tensor<float, Shape<64, 32, 5, 5>>& second) {
  auto pooled = max_pool2d<2>(conv2d<border>(x, first));
  auto features = max_pool2d<2>(conv2d<border>(pooled, second));
  [[maybe_unused]] auto y = reshape<Shape<50, 3136>>(features);  // error here
}
