// SPDX-License-Identifier: BSL-1.0
// A row of numbers has one axis.
// expect: linspace: Shape<2, 3> has rank 2, wanted is rank 1
#include <shapeproof/ops/arange.hpp>
using namespace shapeproof;

auto x = linspace<float, Shape<2 BAD(, 3)>>(0, 1);  // error here
