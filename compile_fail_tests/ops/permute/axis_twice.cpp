// SPDX-License-Identifier: BSL-1.0
// Every axis is named once.
// expect: permute<0, 0, 1>: axis 0 is named twice and axis 2 not at all
#include <shapeproof/ops/permute.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 4>> x;
auto y = permute<0, BAD_OR_GOOD(0, 2), 1>(x);  // error here
