// SPDX-License-Identifier: BSL-1.0
// Parentheses do not nest.
// expect: rearrange "a b c -> ((a b) c)": "(" at character 11 stands inside of parentheses; they do not nest
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 4>> x;
auto y = rearrange<BAD_OR_GOOD("a b c -> ((a b) c)", "a b c -> (a b c)")>(x);  // error here
