// SPDX-License-Identifier: BSL-1.0
// Sizes add up to the axis.
// expect: split_with_sizes: axis 1 is 3, the sizes add up to 4; one of them may be _
#include <shapeproof/ops/parts.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = split_with_sizes<1, 1, BAD_OR_GOOD(3, 2)>(x);  // error here
