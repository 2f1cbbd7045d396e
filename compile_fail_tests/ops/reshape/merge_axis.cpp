// SPDX-License-Identifier: BSL-1.0
// merge<1, 3> wants an axis 3.
// expect: merge: there is no axis 3 in rank 3; axes are -3 to 2
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 4>> x;
auto y = merge<1, BAD_OR_GOOD(3, 2)>(x);  // error here
