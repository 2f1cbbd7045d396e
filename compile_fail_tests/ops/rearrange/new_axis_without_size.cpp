// SPDX-License-Identifier: BSL-1.0
// A new axis has a size.
// expect: repeat "h w -> h w c": "c" at character 12 is new and has no extent; sizes<"c", 3> would give it one
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

Tensor<float, Shape<4, 3>> x;
auto y = repeat<"h w -> h w c">(x GOOD(, sizes<"c", 3>));  // error here
