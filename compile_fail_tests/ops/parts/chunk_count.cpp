// SPDX-License-Identifier: BSL-1.0
// There is a part at least.
// expect: chunk: 0 parts are wanted; at least 1 is
#include <shapeproof/ops/parts.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = chunk<1, BAD_OR_GOOD(0, 3)>(x);  // error here
