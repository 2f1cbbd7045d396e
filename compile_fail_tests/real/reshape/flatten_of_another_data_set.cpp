// SPDX-License-Identifier: BSL-1.0
// The flatten width of digits, for images of 96 places.
// Reported: SFData/ICSE2020/s34079787
// expect: reshape: 368640 elements cannot fill Shape<_, 3136>: 368640 / 3136 leaves 1728; Shape<_, 36864> would fit
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<10, 24, 24, 64>>& x) {
  [[maybe_unused]] auto y = reshape<Shape<_, BAD_OR_GOOD(3136, 24 * 24 * 64)>>(x);  // error here
}
