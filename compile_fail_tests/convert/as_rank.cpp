// SPDX-License-Identifier: BSL-1.0
// as<> keeps the rank: reshape makes another.
// expect: as: rank 2, wanted is rank 1 of Shape<48>
#include <shapeproof/convert.hpp>
using namespace shapeproof;

Tensor<float, Shape<BAD(16, 3) GOOD(48)>> x;
auto y = as<Shape<48>>(x);  // error here
