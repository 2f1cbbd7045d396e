// SPDX-License-Identifier: BSL-1.0
// A pattern has at most eight axes a side, with those of the ellipsis.
// expect: repeat "... -> ... 2 2 2 2 2 2 2": more than 8 axes stand on the right
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = repeat<BAD_OR_GOOD("... -> ... 2 2 2 2 2 2 2", "... -> ... 2 2 2 2 2 2")>(x);  // error here
