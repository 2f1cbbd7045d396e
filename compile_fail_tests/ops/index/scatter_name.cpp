// SPDX-License-Identifier: BSL-1.0
// One name holds one number in all operands.
// expect: scatter_add: axis 1 of the right operand is N(5), but the left operand says otherwise; a name holds one number
#include <shapeproof/ops/index.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Tensor<float, Shape<2, N(4)>>& x, const Tensor<int, Shape<2, 4>>& index,
       const Tensor<float, Shape<2, N(BAD_OR_GOOD(5, 4))>>& z) {
  return scatter_add<1>(x, index, z);  // error here
}
