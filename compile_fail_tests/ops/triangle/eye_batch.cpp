// SPDX-License-Identifier: BSL-1.0
// eye is one matrix.
// expect: eye: Shape<2, 3, 3> has rank 3, wanted is rank 2
#include <shapeproof/ops/triangle.hpp>
using namespace shapeproof;

auto x = eye<float, Shape<2, 3 BAD(, 3)>>();  // error here
