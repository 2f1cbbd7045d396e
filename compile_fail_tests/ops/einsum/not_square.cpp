// SPDX-License-Identifier: BSL-1.0
// A trace is of a square.
// expect: einsum "ii": i is 3 in the operand (axis 0) and 4 in the operand (axis 1)
#include <shapeproof/ops/einsum.hpp>
using namespace shapeproof;

Tensor<float, Shape<3, BAD_OR_GOOD(4, 3)>> a;
auto y = einsum<"ii">(a);  // error here
