// SPDX-License-Identifier: BSL-1.0
// The elements of a DynamicTensor are known at compile time too.
// expect: pipeline, step 1 of 2: grayscale: elements are bool; those of images are uint8, uint16, float32 or float64; it receives bool
#include <shapeproof/data/images.hpp>
using namespace shapeproof;

void f(const DynamicTensor<BAD_OR_GOOD(bool, float)>& x) {
  auto y = pipeline(grayscale, grayscale)(x);  // error here
}
