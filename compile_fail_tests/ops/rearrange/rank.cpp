// SPDX-License-Identifier: BSL-1.0
// The left side names every axis.
// expect: rearrange "a b c -> c b a": the operand has rank 2, the left side 3 axes
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = rearrange<BAD_OR_GOOD("a b c -> c b a", "a b -> b a")>(x);  // error here
