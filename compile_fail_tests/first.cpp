// SPDX-License-Identifier: BSL-1.0
// What the README shows first: 49152 elements do not make 64 images of 3x32x32.
// expect: reshape: 49152 elements cannot fill Shape<64, 3, 32, 32>, which holds 196608; Shape<16, 3, 32, 32> would fit
#include <shapeproof/shapeproof.hpp>
using namespace shapeproof;

int main() {
  Tensor<float, Shape<49152>> pixels;
  auto images = reshape<Shape<BAD_OR_GOOD(64, 16), 3, 32, 32>>(pixels);  // error here
}
