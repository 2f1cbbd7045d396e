// SPDX-License-Identifier: BSL-1.0
// A size is an extent.
// expect: Shape: axis 0 is negative; extents are at least 0, and _ is worked out
#include <shapeproof/ops/parts.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = split_with_sizes<1, BAD_OR_GOOD(-1, 1), _>(x);  // error here
