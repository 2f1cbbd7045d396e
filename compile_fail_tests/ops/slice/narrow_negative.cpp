// SPDX-License-Identifier: BSL-1.0
// No fewer than 0 elements are taken.
// expect: narrow: -1 elements of axis 1 are wanted; at least 0 are
#include <shapeproof/ops/slice.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = narrow<1, 0, BAD_OR_GOOD(-1, 1)>(x);  // error here
