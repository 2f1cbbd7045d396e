// SPDX-License-Identifier: BSL-1.0
// A size is an extent.
// expect: rearrange "(a b) c -> a b c": sizes gives a no extent: a number is at least 0, a name at least 1; an unknown factor is left out
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

Tensor<float, Shape<4, 3>> x;
auto y = rearrange<"(a b) c -> a b c">(x, sizes<"a", BAD_OR_GOOD(-2, 2)>);  // error here
