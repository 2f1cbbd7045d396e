// SPDX-License-Identifier: BSL-1.0
// No factor can be worked out beside 0.
// expect: rearrange "(h p) w -> h p w": axis 0 holds 12: h cannot be worked out beside 0
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

Tensor<float, Shape<12, 3>> x;
auto y = rearrange<"(h p) w -> h p w">(x, sizes<"p", BAD_OR_GOOD(0, 4)>);  // error here
