// SPDX-License-Identifier: BSL-1.0
// The index is not longer than what is added to.
// expect: scatter_add: axis 0 of the index is 3, of the operand it is 2; the index must not be longer
#include <shapeproof/ops/index.hpp>
using namespace shapeproof;

auto f(const Tensor<float, Shape<2, 3>>& x, const Tensor<int, Shape<BAD_OR_GOOD(3, 2), 4>>& index,
       const Tensor<float, Shape<3, 4>>& z) {
  return scatter_add<1>(x, index, z);  // error here
}
