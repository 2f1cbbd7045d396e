// SPDX-License-Identifier: BSL-1.0
// The flatten width of a square image, for one that is no square.
// Reported: SFData/ICSE2020/s33974231
// expect: reshape: 2979840 elements cannot fill Shape<_, 3136>: 2979840 / 3136 leaves 640; Shape<_, 297984> would fit
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<10, 97, 48, 64>>& x) {
  [[maybe_unused]] auto y = reshape<Shape<_, BAD_OR_GOOD(3136, 97 * 48 * 64)>>(x);  // error here
}
