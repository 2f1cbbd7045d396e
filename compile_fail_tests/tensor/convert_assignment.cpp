// SPDX-License-Identifier: BSL-1.0
// What is assigned is converted as what is initialised.
// expect: as: axis 0 is 4, wanted is 3
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

void f(Tensor<float, Shape<3>>& y, const Tensor<float, Shape<BAD_OR_GOOD(4, 3)>>& x) {
  y = x;  // error here
}
