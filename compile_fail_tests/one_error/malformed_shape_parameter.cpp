// SPDX-License-Identifier: BSL-1.0
// A shape that is none is one error, also in a function.
// expect: Shape: axis 0 is negative; extents are at least 0, and _ is worked out
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

float f(const Tensor<float, Shape<BAD_OR_GOOD(-1, 1), 3>>& x) { return x(0, 0); }  // error here
