// SPDX-License-Identifier: BSL-1.0
// An element has an index for each axis.
// expect: index: 1 indices for rank 2 of Shape<2, 3>
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

auto f(const Tensor<float, Shape<2, 3>>& x) {
  return x(0 GOOD(, 1));  // error here
}
