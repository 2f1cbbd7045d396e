// SPDX-License-Identifier: BSL-1.0
// The operands are looked at first.
// expect: add: axis 0 is 2 on the left and 3 on the right; they must be equal
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

void f(Tensor<float, Shape<2>>& out, const Tensor<float, Shape<2>>& x,
       const Tensor<float, Shape<BAD_OR_GOOD(3, 2)>>& y) {
  add_into(out, x, y);  // error here
}
