// SPDX-License-Identifier: BSL-1.0
// A pattern has one arrow.
// expect: rearrange "a b -> b a -> a b": "->" at character 12 is the second arrow
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = rearrange<BAD_OR_GOOD("a b -> b a -> a b", "a b -> b a")>(x);  // error here
