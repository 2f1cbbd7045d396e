// SPDX-License-Identifier: BSL-1.0
// The left side says which axes an ellipsis takes.
// expect: rearrange "a b -> a ... b": "..." at character 10 stands on the right only; the left side says which axes it takes
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = rearrange<BAD_OR_GOOD("a b -> a ... b", "a b -> a b")>(x);  // error here
