// SPDX-License-Identifier: BSL-1.0
// concat<2> wants an axis 2.
// expect: concat: there is no axis 2 in rank 2; axes are -2 to 1
#include <shapeproof/ops/concat.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = concat<BAD_OR_GOOD(2, 1)>(x, x);  // error here
