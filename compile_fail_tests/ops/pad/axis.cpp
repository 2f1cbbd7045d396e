// SPDX-License-Identifier: BSL-1.0
// pad<2, ...> wants an axis 2.
// expect: pad: there is no axis 2 in rank 2; axes are -2 to 1
#include <shapeproof/ops/pad.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = pad<BAD_OR_GOOD(2, 1), 1, 1>(x);  // error here
