// SPDX-License-Identifier: BSL-1.0
// One name holds one number in both operands.
// expect: index_select: axis 0 of the right operand is N(4), but the left operand says otherwise; a name holds one number
#include <shapeproof/ops/index.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Tensor<float, Shape<N(2), 3>>& x, const Tensor<int, Shape<N(BAD_OR_GOOD(4, 2))>>& index) {
  return index_select<1>(x, index);  // error here
}
