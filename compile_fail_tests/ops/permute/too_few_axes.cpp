// SPDX-License-Identifier: BSL-1.0
// Every axis is named, also those that stay.
// expect: permute: 2 axes are named, the operand has rank 3; each axis is named once
#include <shapeproof/ops/permute.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 4>> x;
auto y = permute<1, 0 GOOD(, 2)>(x);  // error here
