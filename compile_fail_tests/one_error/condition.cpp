// SPDX-License-Identifier: BSL-1.0
// A refused comparison is one error, also as a condition.
// expect: ==: axis 0 is 2 on the left and 3 on the right; they must be equal
#include <shapeproof/ops/equal.hpp>
using namespace shapeproof;

int f(const Tensor<float, Shape<2>>& x, const Tensor<float, Shape<BAD_OR_GOOD(3, 2)>>& y) {
  if (x == y) return 1;  // error here
  return 0;
}
