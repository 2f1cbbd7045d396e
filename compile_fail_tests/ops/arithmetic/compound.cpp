// SPDX-License-Identifier: BSL-1.0
// += asks what + asks.
// expect: add: axis 0 is 2 on the left and 3 on the right; they must be equal
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

void f(Tensor<float, Shape<2>>& x, const Tensor<float, Shape<BAD_OR_GOOD(3, 2)>>& y) {
  x += y;  // error here
}
