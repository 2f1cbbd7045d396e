// SPDX-License-Identifier: BSL-1.0
// Zeros of a shape that is not known need its numbers.
// expect: Tensor: Shape<N, 3> has extents that are known at run time only; zeros<T, Shape<N, 3>>(...) takes them
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Tensor<float, Shape<BAD_OR_GOOD(N, 16), 3>> x;  // error here
