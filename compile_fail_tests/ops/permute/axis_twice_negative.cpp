// SPDX-License-Identifier: BSL-1.0
// A negative axis is counted from the end, and the same axis as the positive one.
// expect: permute<2, 0, -1>: axis 2 is named twice and axis 1 not at all
#include <shapeproof/ops/permute.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 4>> x;
auto y = permute<2, 0, BAD_OR_GOOD(-1, -2)>(x);  // error here
