// SPDX-License-Identifier: BSL-1.0
// An empty axis has no edge.
// expect: pad_replicate: axis 1 is 0, 1 elements before it cannot be taken from it; at most 0 can
#include <shapeproof/ops/pad.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, BAD_OR_GOOD(0, 1)>> x;
auto y = pad_replicate<1, 1, 0>(x);  // error here
