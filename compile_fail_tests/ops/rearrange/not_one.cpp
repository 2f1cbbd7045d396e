// SPDX-License-Identifier: BSL-1.0
// 1 is an axis of extent 1.
// expect: rearrange "a 1 -> a": axis 1 holds 3, "1" is 1; they must be equal
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, BAD_OR_GOOD(3, 1)>> x;
auto y = rearrange<"a 1 -> a">(x);  // error here
