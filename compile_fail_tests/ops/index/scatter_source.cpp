// SPDX-License-Identifier: BSL-1.0
// The index is not longer than what is added.
// expect: scatter_add: axis 1 of the index is 5, of the source it is 4; the index must not be longer
#include <shapeproof/ops/index.hpp>
using namespace shapeproof;

auto f(const Tensor<float, Shape<2, 3>>& x, const Tensor<int, Shape<2, BAD_OR_GOOD(5, 4)>>& index,
       const Tensor<float, Shape<2, 4>>& z) {
  return scatter_add<1>(x, index, z);  // error here
}
