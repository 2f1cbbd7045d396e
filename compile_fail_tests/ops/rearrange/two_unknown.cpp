// SPDX-License-Identifier: BSL-1.0
// One factor of an axis is worked out.
// expect: rearrange "(h p) w -> h p w": axis 0 leaves h and p open; one can be worked out, sizes<"p", ...> gives the other
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

Tensor<float, Shape<12, 3>> x;
auto y = rearrange<"(h p) w -> h p w">(x GOOD(, sizes<"p", 4>));  // error here
