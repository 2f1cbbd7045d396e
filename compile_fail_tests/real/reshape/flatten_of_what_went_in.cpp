// SPDX-License-Identifier: BSL-1.0
// The width of a flatten is counted where it stands, not where the image came in.
// Reported: SFData/StackOverflow/s45212271
// expect: reshape: 200704 elements cannot fill Shape<_, 150528>: 200704 / 150528 leaves 50176; Shape<_, 200704> would fit
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<1, 56, 56, 64>>& x) {
  [[maybe_unused]] auto y = reshape<Shape<_, BAD_OR_GOOD(224 * 224 * 3, 56 * 56 * 64)>>(x);  // error here
}
