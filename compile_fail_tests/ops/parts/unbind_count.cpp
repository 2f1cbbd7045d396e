// SPDX-License-Identifier: BSL-1.0
// The number of parts is the extent.
// expect: unbind: axis 0 is 2, 3 parts are wanted
#include <shapeproof/ops/parts.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = unbind<0, BAD_OR_GOOD(3, 2)>(x);  // error here
