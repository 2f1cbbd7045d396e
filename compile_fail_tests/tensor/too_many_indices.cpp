// SPDX-License-Identifier: BSL-1.0
// An element has an index for each axis, and no more.
// expect: index: 3 indices for rank 2 of Shape<N, 3>
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
float f(const Tensor<float, Shape<N, 3>>& x) {
  return x(0, 1 BAD(, 2));  // error here
}
