// SPDX-License-Identifier: BSL-1.0
// What is known differs, whatever dyn will be.
// expect: add: axis 1 is 3 on the left and 4 on the right; they must be equal
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

auto f(const Tensor<float, Shape<dyn, 3>>& x, const Tensor<float, Shape<2, BAD_OR_GOOD(4, 3)>>& y) {
  return x + y;  // error here
}
