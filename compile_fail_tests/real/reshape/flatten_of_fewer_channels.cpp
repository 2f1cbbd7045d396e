// SPDX-License-Identifier: BSL-1.0
// The width of a flatten was counted for 16 channels, and they became 24.
// Reported: StackOverflow 34677, by way of duoke360
// expect: reshape: 9600 elements cannot fill Shape<16, 400>, which holds 6400; Shape<24, 400> would fit
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<16, 24, 5, 5>>& x) {
  [[maybe_unused]] auto y = reshape<Shape<16, BAD_OR_GOOD(16, 24) * 5 * 5>>(x);  // error here
}
