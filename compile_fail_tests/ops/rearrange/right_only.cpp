// SPDX-License-Identifier: BSL-1.0
// rearrange adds no axis.
// expect: rearrange "a b -> a b c": "c" at character 12 stands on the right only; repeat adds axes
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = rearrange<BAD_OR_GOOD("a b -> a b c", "a b -> a b 1")>(x);  // error here
