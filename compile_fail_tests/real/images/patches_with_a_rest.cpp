// SPDX-License-Identifier: BSL-1.0
// A side of 220 is no number of patches of 16.
// Reported: torchgeo/terratorch#172, where it is legal
// expect: split: 220 elements cannot fill Shape<_, 16>: 220 / 16 leaves 12
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<3, BAD_OR_GOOD(220, 224), 224>>& x) {
  [[maybe_unused]] auto y = split<1, _, 16>(x);  // error here
}
