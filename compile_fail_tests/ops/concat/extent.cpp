// SPDX-License-Identifier: BSL-1.0
// All axes but the joined one are equal.
// expect: concat along axis 1: axis 2 is 61 in operand 0 and 60 in operand 1; all axes but the joined one must be equal
#include <shapeproof/ops/concat.hpp>
using namespace shapeproof;

auto f(const Tensor<float, Shape<2, 3, 61>>& x, const Tensor<float, Shape<2, 5, BAD_OR_GOOD(60, 61)>>& z) {
  return concat<1>(x, z);  // error here
}
