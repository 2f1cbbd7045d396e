// SPDX-License-Identifier: BSL-1.0
// A row of numbers has one axis, also where the shape alone says how many.
// expect: arange: Shape<2, 3> has rank 2, wanted is rank 1
#include <shapeproof/ops/arange.hpp>
using namespace shapeproof;

auto x = arange<int, Shape<2 BAD(, 3)>>();  // error here
