// SPDX-License-Identifier: BSL-1.0
// More axes than there are cannot be named.
// expect: permute: 9 axes are named, the operand has rank 3; each axis is named once
#include <shapeproof/ops/permute.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 4>> x;
auto y = permute<0, 1, 2 BAD(, 3, 4, 5, 6, 7, 8)>(x);  // error here
