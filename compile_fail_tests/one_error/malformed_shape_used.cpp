// SPDX-License-Identifier: BSL-1.0
// A shape that is none is one error, also where a tensor of it is made.
// expect: Shape: axis 0 is negative; extents are at least 0, and _ is worked out
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

Tensor<float, Shape<BAD_OR_GOOD(-1, 1), 3>> x;  // error here
