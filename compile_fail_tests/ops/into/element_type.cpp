// SPDX-License-Identifier: BSL-1.0
// out has the element type of the result.
// expect: lt_into: the elements of the result are bool, those of out are float32
#include <shapeproof/ops/compare.hpp>
using namespace shapeproof;

void f(Tensor<BAD_OR_GOOD(float, bool), Shape<2>>& out, const Tensor<float, Shape<2>>& x) {
  lt_into(out, x, 0);  // error here
}
