// SPDX-License-Identifier: BSL-1.0
// scatter_add<2> wants an axis 2.
// expect: scatter_add: there is no axis 2 in rank 2; axes are -2 to 1
#include <shapeproof/ops/index.hpp>
using namespace shapeproof;

auto f(const Tensor<float, Shape<2, 3>>& x, const Tensor<int, Shape<2, 4>>& index,
       const Tensor<float, Shape<2, 4>>& z) {
  return scatter_add<BAD_OR_GOOD(2, 1)>(x, index, z);  // error here
}
