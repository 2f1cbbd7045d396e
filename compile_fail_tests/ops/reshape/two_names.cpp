// SPDX-License-Identifier: BSL-1.0
// A name that the operand does not have is worked out too.
// expect: reshape: Shape<N, M> leaves 2 extents open; one can be worked out from 12 elements
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), M = axis("M");
Tensor<float, Shape<12>> x;
auto y = reshape<Shape<N, BAD_OR_GOOD(M, 4)>>(x);  // error here
