// SPDX-License-Identifier: BSL-1.0
// All elements are of one type.
// expect: concat: elements are float32 in operand 0 and float64 in operand 1; cast<float>(x) makes them equal
#include <shapeproof/ops/concat.hpp>
using namespace shapeproof;

auto f(const Tensor<float, Shape<2, 3>>& x, const Tensor<BAD_OR_GOOD(double, float), Shape<2, 3>>& z) {
  return concat<0>(x, z);  // error here
}
