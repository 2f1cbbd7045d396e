// SPDX-License-Identifier: BSL-1.0
// An extent is an int, in a reshape too.
// expect: Shape: axis 0 is 16 of type unsigned long; an extent is an int: write 16
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

Tensor<float, Shape<49152>> x;
auto y = reshape<Shape<BAD_OR_GOOD(16ul, 16), 3, 32, 32>>(x);  // error here
