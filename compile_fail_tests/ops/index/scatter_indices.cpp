// SPDX-License-Identifier: BSL-1.0
// Indices are integers of 32 or 64 bits.
// expect: scatter_add: the indices are bool, int32 or int64 are wanted: cast<std::int64_t>(index)
#include <shapeproof/ops/index.hpp>
using namespace shapeproof;

auto f(const Tensor<float, Shape<2, 3>>& x, const Tensor<BAD_OR_GOOD(bool, int), Shape<2, 4>>& index,
       const Tensor<float, Shape<2, 4>>& z) {
  return scatter_add<1>(x, index, z);  // error here
}
