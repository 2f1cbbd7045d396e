// SPDX-License-Identifier: BSL-1.0
// A reshape layer asks how many elements there are.
// Reported: nntrainer/nntrainer#1743
// expect: reshape: 480 elements cannot fill Shape<8, 2, 20>, which holds 320; Shape<12, 2, 20> would fit
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<8, 3, 4, 5>>& x) {
  [[maybe_unused]] auto y = reshape<Shape<8, BAD_OR_GOOD(2, 3), 20>>(x);  // error here
}
