// SPDX-License-Identifier: BSL-1.0
// An expression on an axis that is taken as it is must be able to be that long: here M is 4, and no N makes 4*N of 1.
// expect: broadcast_to: axis 1 of Shape<M-1, M*N> would be 1, which another axis contradicts
#include <shapeproof/ops/broadcast.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), M = axis("M");
Tensor<float, Shape<3, BAD_OR_GOOD(1, 4)>> matrix;
auto other = broadcast_to<Shape<M - 1, M * N>>(matrix);  // error here
