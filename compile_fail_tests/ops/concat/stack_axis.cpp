// SPDX-License-Identifier: BSL-1.0
// The new axis stands in the result.
// expect: stack: there is no axis 3 in rank 3; axes are -3 to 2
#include <shapeproof/ops/concat.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = stack<BAD_OR_GOOD(3, 2)>(x, x);  // error here
