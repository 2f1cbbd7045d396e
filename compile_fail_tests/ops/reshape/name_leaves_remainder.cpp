// SPDX-License-Identifier: BSL-1.0
// No N makes 3*N of 16.
// expect: reshape: 16 elements cannot fill Shape<N, 3>: 16 / 3 leaves 1
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Tensor<float, Shape<BAD_OR_GOOD(16, 15)>> x;
auto y = reshape<Shape<N, 3>>(x);  // error here
