// SPDX-License-Identifier: BSL-1.0
// at() wants an index for each axis too.
// expect: index: 1 indices for rank 2 of Shape<2, 3>
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

float f(const Tensor<float, Shape<2, 3>>& x) {
  return x.at(0 GOOD(, 1));  // error here
}
