// SPDX-License-Identifier: BSL-1.0
// permute<0, 3, 1> wants an axis 3.
// expect: permute: there is no axis 3 in rank 3; axes are -3 to 2
#include <shapeproof/ops/permute.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 4>> x;
auto y = permute<0, BAD_OR_GOOD(3, 2), 1>(x);  // error here
