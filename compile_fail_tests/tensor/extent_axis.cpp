// SPDX-License-Identifier: BSL-1.0
// extent<2>() wants an axis 2.
// expect: extent: there is no axis 2 in rank 2; axes are -2 to 1
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

auto f(const Tensor<float, Shape<2, 3>>& x) {
  return x.extent<BAD_OR_GOOD(2, 1)>();  // error here
}
