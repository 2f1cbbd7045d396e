// SPDX-License-Identifier: BSL-1.0
// Values for Shape<N, N> make a square.
// expect: values: axis 1 is 3, wanted is N, which another axis contradicts
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Tensor<float, Shape<N, N>> x = {{1, 2, 3}, {4, 5, 6} GOOD(, {7, 8, 9})};  // error here
