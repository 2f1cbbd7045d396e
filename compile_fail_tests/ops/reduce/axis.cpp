// SPDX-License-Identifier: BSL-1.0
// sum<2> wants an axis 2.
// expect: sum: there is no axis 2 in rank 2; axes are -2 to 1
#include <shapeproof/ops/reduce.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = sum<BAD_OR_GOOD(2, 1)>(x);  // error here
