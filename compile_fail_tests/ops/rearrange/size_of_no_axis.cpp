// SPDX-License-Identifier: BSL-1.0
// Sizes belong to axes of the pattern.
// expect: rearrange "a b -> b a": sizes names "c", which is no axis of the pattern
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = rearrange<"a b -> b a">(x, sizes<BAD_OR_GOOD("c", "b"), 3>);  // error here
