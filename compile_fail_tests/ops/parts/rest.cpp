// SPDX-License-Identifier: BSL-1.0
// Something may be left for _, but nothing is missing.
// expect: split_with_sizes: axis 1 is 3, the sizes without _ add up to 4
#include <shapeproof/ops/parts.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = split_with_sizes<1, BAD_OR_GOOD(4, 3), _>(x);  // error here
