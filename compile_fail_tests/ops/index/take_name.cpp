// SPDX-License-Identifier: BSL-1.0
// One name holds one number in both operands.
// expect: take_along_axis: axis 1 of the right operand is N(4), but the left operand says otherwise; a name holds one number
#include <shapeproof/ops/index.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Tensor<float, Shape<2, N(3)>>& x, const Tensor<int, Shape<2, N(BAD_OR_GOOD(4, 3))>>& index) {
  return take_along_axis<1>(x, index);  // error here
}
