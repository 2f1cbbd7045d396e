// SPDX-License-Identifier: BSL-1.0
// The new axis of a matrix stands at 0, 1 or 2.
// expect: unsqueeze: there is no axis 3 in rank 3; axes are -3 to 2
#include <shapeproof/ops/squeeze.hpp>
using namespace shapeproof;

Tensor<float, Shape<4, 5>> x;
auto y = unsqueeze<BAD_OR_GOOD(3, 2)>(x);  // error here
