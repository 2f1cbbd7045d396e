// SPDX-License-Identifier: BSL-1.0
// One size for each axis.
// expect: rearrange "(a b) c -> a b c": sizes names "a" twice
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

Tensor<float, Shape<4, 3>> x;
auto y = rearrange<"(a b) c -> a b c">(x, sizes<"a", 2>, sizes<BAD_OR_GOOD("a", "b"), 2>);  // error here
