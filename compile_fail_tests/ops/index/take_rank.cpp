// SPDX-License-Identifier: BSL-1.0
// The index has the operand's rank.
// expect: take_along_axis: the index has rank 1, the operand rank 2; ranks must be equal
#include <shapeproof/ops/index.hpp>
using namespace shapeproof;

auto f(const Tensor<float, Shape<2, 3>>& x, const Tensor<int, Shape<2 GOOD(, 2)>>& index) {
  return take_along_axis<1>(x, index);  // error here
}
