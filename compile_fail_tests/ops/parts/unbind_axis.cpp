// SPDX-License-Identifier: BSL-1.0
// unbind<2> wants an axis 2.
// expect: unbind: there is no axis 2 in rank 2; axes are -2 to 1
#include <shapeproof/ops/parts.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = unbind<BAD_OR_GOOD(2, 1)>(x);  // error here
