// SPDX-License-Identifier: BSL-1.0
// split<2> wants an axis 2.
// expect: split: there is no axis 2 in rank 2; axes are -2 to 1
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 512>> x;
auto y = split<BAD_OR_GOOD(2, 1), 8, 64>(x);  // error here
