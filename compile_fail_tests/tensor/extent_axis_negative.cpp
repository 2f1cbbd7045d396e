// SPDX-License-Identifier: BSL-1.0
// Negative axes count from the end, and end at the first.
// expect: extent: there is no axis -3 in rank 2; axes are -2 to 1
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

auto f(const Tensor<float, Shape<2, 3>>& x) {
  return x.extent<BAD_OR_GOOD(-3, -2)>();  // error here
}
