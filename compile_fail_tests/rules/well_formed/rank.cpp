// SPDX-License-Identifier: BSL-1.0
// A shape has at most eight axes.
// expect: Shape: rank 9, at most 8 are supported
#include <shapeproof/shape.hpp>
using namespace shapeproof;

Shape<1, 2, 3, 4, 5, 6, 7, 8 BAD(, 9)> shape;  // error here
