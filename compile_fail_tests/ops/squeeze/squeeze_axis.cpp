// SPDX-License-Identifier: BSL-1.0
// squeeze<2> wants an axis 2.
// expect: squeeze: there is no axis 2 in rank 2; axes are -2 to 1
#include <shapeproof/ops/squeeze.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 1>> x;
auto y = squeeze<BAD_OR_GOOD(2, 1)>(x);  // error here
