// SPDX-License-Identifier: BSL-1.0
// A pattern has two sides.
// expect: rearrange "a b = b a": there is no "->" between two sides; a pattern is "a b -> b a"
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = rearrange<BAD_OR_GOOD("a b = b a", "a b -> b a")>(x);  // error here
