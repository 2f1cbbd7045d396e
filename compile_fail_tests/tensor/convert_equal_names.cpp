// SPDX-License-Identifier: BSL-1.0
// Shape<N, N> says that both axes are equal.
// expect: as: axis 1 is 65, wanted is N, which another axis contradicts
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Tensor<float, Shape<64, BAD_OR_GOOD(65, 64)>> x;
Tensor<float, Shape<N, N>> y = x;  // error here
