// SPDX-License-Identifier: BSL-1.0
// A shape too large is one error, also where a tensor of it is made.
// expect: Shape: the element count exceeds 64 bits
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

Tensor<float, Shape<BAD_OR_GOOD(2000000000, 0), 2000000000, 2000000000>> x;  // error here
