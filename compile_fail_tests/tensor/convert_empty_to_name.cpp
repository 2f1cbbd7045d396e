// SPDX-License-Identifier: BSL-1.0
// A named axis is at least 1.
// expect: as: axis 0 is 0, wanted is N; a named axis is at least 1
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Tensor<float, Shape<BAD_OR_GOOD(0, 1), 3>> x;
Tensor<float, Shape<N, 3>> y = x;  // error here
