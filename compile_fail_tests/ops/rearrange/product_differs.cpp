// SPDX-License-Identifier: BSL-1.0
// Factors that are all given make the axis.
// expect: rearrange "(h p) w -> h p w": axis 0 holds 12, "(h p)" is 20; they must be equal
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

Tensor<float, Shape<12, 3>> x;
auto y = rearrange<"(h p) w -> h p w">(x, sizes<"p", 4>, sizes<"h", BAD_OR_GOOD(5, 3)>);  // error here
