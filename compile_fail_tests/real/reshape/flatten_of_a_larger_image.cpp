// SPDX-License-Identifier: BSL-1.0
// 400 features are 16 * 5 * 5, of images of 32 places; 21 places leave 64.
// Reported: pytorch/pytorch#38469
// expect: reshape: 384 elements cannot fill Shape<_, 400>: 384 / 400 leaves 384; Shape<_, 64> would fit
#include <shapeproof/ops/conv.hpp>
#include <shapeproof/ops/pool.hpp>
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<6, 3, 21, 21>>& x, const Tensor<float, Shape<6, 3, 5, 5>>& first,
       const Tensor<float, Shape<16, 6, 5, 5>>& second) {
  auto pooled = max_pool2d<2>(conv2d<Valid>(x, first));
  auto features = max_pool2d<2>(conv2d<Valid>(pooled, second));
  [[maybe_unused]] auto y = reshape<Shape<_, BAD_OR_GOOD(400, 64)>>(features);  // error here
}
