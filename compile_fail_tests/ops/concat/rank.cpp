// SPDX-License-Identifier: BSL-1.0
// Ranks are equal.
// expect: concat along axis 0: rank 2 in operand 0 and 1 in operand 1; ranks must be equal
#include <shapeproof/ops/concat.hpp>
using namespace shapeproof;

auto f(const Tensor<float, Shape<2, 3>>& x, const Tensor<float, Shape<3 GOOD(, 3)>>& z) {
  return concat<0>(x, z);  // error here
}
