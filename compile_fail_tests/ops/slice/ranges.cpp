// SPDX-License-Identifier: BSL-1.0
// There are no more ranges than axes.
// expect: slice: 3 ranges are given, the operand has rank 2; there is one for each axis, from the first on
#include <shapeproof/ops/slice.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = slice<All, All BAD(, All)>(x);  // error here
