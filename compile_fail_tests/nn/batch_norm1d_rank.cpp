// SPDX-License-Identifier: BSL-1.0
// BatchNorm1d takes rows or lines.
// expect: BatchNorm1d<16>: the input, Shape<N, 16, 8, 8>, has rank 4; rank 2 or 3 is wanted, with the channels on axis 1
#include <shapeproof/nn/norm.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const BatchNorm1d<16>& layer, const Tensor<float, Shape<N, 16, 8 BAD(, 8)>>& x) {
  return layer(x);  // error here
}
