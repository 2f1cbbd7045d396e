// SPDX-License-Identifier: BSL-1.0
// The indices of index_select are a list.
// expect: index_select: the indices have rank 2, wanted is rank 1
#include <shapeproof/ops/index.hpp>
using namespace shapeproof;

auto f(const Tensor<float, Shape<2, 3>>& x, const Tensor<int, Shape<4 BAD(, 1)>>& index) {
  return index_select<1>(x, index);  // error here
}
