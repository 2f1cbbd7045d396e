// SPDX-License-Identifier: BSL-1.0
// A number of a pattern is at least 1.
// expect: repeat "a b -> a b 0": "0" at character 12 is no extent from 1 to 2147483647
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = repeat<BAD_OR_GOOD("a b -> a b 0", "a b -> a b 2")>(x);  // error here
