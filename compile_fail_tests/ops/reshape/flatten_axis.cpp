// SPDX-License-Identifier: BSL-1.0
// flatten<3> wants an axis 3.
// expect: flatten: there is no axis 3 in rank 3; axes are -3 to 2
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 4>> x;
auto y = flatten<BAD_OR_GOOD(3, 2)>(x);  // error here
