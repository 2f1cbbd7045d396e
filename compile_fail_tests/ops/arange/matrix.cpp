// SPDX-License-Identifier: BSL-1.0
// A row of numbers has one axis.
// expect: arange: rank 1, wanted is rank 2 of Shape<2, 3>
#include <shapeproof/ops/arange.hpp>
using namespace shapeproof;

auto x = arange<int, Shape<BAD(2, 3) GOOD(6)>>(6);  // error here
