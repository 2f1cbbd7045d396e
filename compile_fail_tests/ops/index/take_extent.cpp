// SPDX-License-Identifier: BSL-1.0
// Nothing is broadcast silently.
// expect: take_along_axis: axis 0 is 2 on the left and 1 on the right; they must be equal
#include <shapeproof/ops/index.hpp>
using namespace shapeproof;

auto f(const Tensor<float, Shape<2, 3>>& x, const Tensor<int, Shape<BAD_OR_GOOD(1, 2), 5>>& index) {
  return take_along_axis<1>(x, index);  // error here
}
