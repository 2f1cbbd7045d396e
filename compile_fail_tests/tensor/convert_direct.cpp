// SPDX-License-Identifier: BSL-1.0
// A conversion that is written out asks the same.
// expect: as: axis 0 is 4, wanted is 3
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

Tensor<float, Shape<BAD_OR_GOOD(4, 3)>> x;
Tensor<float, Shape<3>> y(x);  // error here
