// SPDX-License-Identifier: BSL-1.0
// bool has no sum.
// expect: scatter_add: elements are bool, which have no sum; cast<std::int32_t>(x) makes numbers of them
#include <shapeproof/ops/index.hpp>
using namespace shapeproof;

using Number = BAD_OR_GOOD(bool, int);
auto f(const Tensor<Number, Shape<3>>& x, const Tensor<int, Shape<2>>& index, const Tensor<Number, Shape<2>>& z) {
  return scatter_add<0>(x, index, z);  // error here
}
