// SPDX-License-Identifier: BSL-1.0
// split_with_sizes<2, ...> wants an axis 2.
// expect: split_with_sizes: there is no axis 2 in rank 2; axes are -2 to 1
#include <shapeproof/ops/parts.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = split_with_sizes<BAD_OR_GOOD(2, 1), 1, 2>(x);  // error here
