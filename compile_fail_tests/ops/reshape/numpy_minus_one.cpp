// SPDX-License-Identifier: BSL-1.0
// What NumPy writes -1 is _ here.
// expect: Shape: axis 0 is negative; extents are at least 0, and _ is worked out
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

Tensor<float, Shape<49152>> x;
auto y = reshape<Shape<BAD_OR_GOOD(-1, _), 3, 32, 32>>(x);  // error here
