// SPDX-License-Identifier: BSL-1.0
// A name begins with a letter.
// expect: rearrange "a 2b -> 2b a": "2b" at character 3 is no part of a pattern; axes have names of letters, digits and _
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = rearrange<BAD_OR_GOOD("a 2b -> 2b a", "a b2 -> b2 a")>(x);  // error here
