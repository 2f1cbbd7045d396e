// SPDX-License-Identifier: BSL-1.0
// One name holds one number in both operands of outer.
// expect: outer: axis 0 of the right operand is N(4), but the left operand says otherwise; a name holds one number
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Tensor<float, Shape<N(2)>> x;
Tensor<float, Shape<N(BAD_OR_GOOD(4, 2))>> y;
auto z = outer(x, y);  // error here
