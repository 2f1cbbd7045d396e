// SPDX-License-Identifier: BSL-1.0
// repeat_interleave<2, ...> wants an axis 2.
// expect: repeat_interleave: there is no axis 2 in rank 2; axes are -2 to 1
#include <shapeproof/ops/tile.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = repeat_interleave<BAD_OR_GOOD(2, 1), 2>(x);  // error here
