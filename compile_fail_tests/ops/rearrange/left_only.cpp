// SPDX-License-Identifier: BSL-1.0
// rearrange drops no axis.
// expect: rearrange "a b -> b": "a" at character 1 stands on the left only; reduce drops axes
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = rearrange<BAD_OR_GOOD("a b -> b", "a b -> b a")>(x);  // error here
