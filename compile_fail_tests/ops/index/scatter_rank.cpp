// SPDX-License-Identifier: BSL-1.0
// The index has the source's rank.
// expect: scatter_add: the index has rank 2, the source rank 1; ranks must be equal
#include <shapeproof/ops/index.hpp>
using namespace shapeproof;

auto f(const Tensor<float, Shape<2, 3>>& x, const Tensor<int, Shape<2, 4>>& index,
       const Tensor<float, Shape<4 GOOD(, 4)>>& z) {
  return scatter_add<1>(x, index, z);  // error here
}
