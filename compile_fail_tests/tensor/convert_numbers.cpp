// SPDX-License-Identifier: BSL-1.0
// 64 is not 16.
// expect: as: axis 0 is 64, wanted is 16
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

Tensor<float, Shape<BAD_OR_GOOD(64, 16), 3>> x;
Tensor<float, Shape<16, 3>> y = x;  // error here
