// SPDX-License-Identifier: BSL-1.0
// Indices are integers of 32 or 64 bits.
// expect: index_select: the indices are float32, int32 or int64 are wanted: cast<std::int64_t>(index)
#include <shapeproof/ops/index.hpp>
using namespace shapeproof;

auto f(const Tensor<float, Shape<2, 3>>& x, const Tensor<BAD_OR_GOOD(float, int), Shape<4>>& index) {
  return index_select<1>(x, index);  // error here
}
