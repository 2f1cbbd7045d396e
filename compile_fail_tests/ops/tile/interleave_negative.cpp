// SPDX-License-Identifier: BSL-1.0
// Nothing is repeated less than 0 times.
// expect: repeat_interleave: -1 repeats are wanted; at least 0 are
#include <shapeproof/ops/tile.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = repeat_interleave<1, BAD_OR_GOOD(-1, 1)>(x);  // error here
