// SPDX-License-Identifier: BSL-1.0
// An axis stands on each side once.
// expect: rearrange "a a -> a b": "a" at character 3 stands on the left twice
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = rearrange<BAD_OR_GOOD("a a -> a b", "a b -> a b")>(x);  // error here
