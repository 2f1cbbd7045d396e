// SPDX-License-Identifier: BSL-1.0
// One size can be worked out.
// expect: split_with_sizes: 2 sizes are _; one can be worked out
#include <shapeproof/ops/parts.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = split_with_sizes<1, _, BAD_OR_GOOD(_, 1)>(x);  // error here
