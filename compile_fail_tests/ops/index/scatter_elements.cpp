// SPDX-License-Identifier: BSL-1.0
// What is added is of one type.
// expect: scatter_add: elements of the operand are float32, of the source float64; cast<float>(source) makes them equal
#include <shapeproof/ops/index.hpp>
using namespace shapeproof;

auto f(const Tensor<float, Shape<2, 3>>& x, const Tensor<int, Shape<2, 4>>& index,
       const Tensor<BAD_OR_GOOD(double, float), Shape<2, 4>>& z) {
  return scatter_add<1>(x, index, z);  // error here
}
