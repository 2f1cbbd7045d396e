// SPDX-License-Identifier: BSL-1.0
// A named axis is at least 1, so that no element fills no shape with one.
// expect: reshape: 0 elements cannot fill Shape<N, 3>: axis 0 would be 0
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Tensor<float, Shape<BAD_OR_GOOD(0, 3)>> x;
auto y = reshape<Shape<N, 3>>(x);  // error here
