// SPDX-License-Identifier: BSL-1.0
// An ellipsis cannot be taken apart.
// expect: rearrange "(... a) -> a": "(... a)" at character 1 has an ellipsis in parentheses, which only the right side may
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = rearrange<BAD_OR_GOOD("(... a) -> a", "... a -> (... a)")>(x);  // error here
