// SPDX-License-Identifier: BSL-1.0
// A parenthesis that opens is closed.
// expect: rearrange "a b -> (b a": "(" at character 8 is never closed
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = rearrange<BAD_OR_GOOD("a b -> (b a", "a b -> (b a)")>(x);  // error here
