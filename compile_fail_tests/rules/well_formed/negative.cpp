// SPDX-License-Identifier: BSL-1.0
// A number is never negative: what NumPy writes -1 is _ here.
// expect: Shape: axis 0 is negative; extents are at least 0, and _ is worked out
#include <shapeproof/shape.hpp>
using namespace shapeproof;

Shape<BAD_OR_GOOD(-1, 64), 3, 32, 32> shape;  // error here
