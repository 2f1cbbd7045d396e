// SPDX-License-Identifier: BSL-1.0
// A conversion keeps the rank.
// expect: as: rank 1, wanted is rank 2 of Shape<3, 1>
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

Tensor<float, Shape<3 GOOD(, 1)>> x;
Tensor<float, Shape<3, 1>> y = x;  // error here
