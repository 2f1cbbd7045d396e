// SPDX-License-Identifier: BSL-1.0
// A pattern is made of names, numbers, parentheses, ... and an arrow.
// expect: rearrange "a, b -> b a": "," at character 2 is no part of a pattern; axes have names of letters, digits and _
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = rearrange<BAD_OR_GOOD("a, b -> b a", "a b -> b a")>(x);  // error here
