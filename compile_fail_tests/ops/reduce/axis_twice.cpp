// SPDX-License-Identifier: BSL-1.0
// An axis goes once: -1 is axis 1 here.
// expect: sum: axis 1 is named twice
#include <shapeproof/ops/reduce.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = sum<1, BAD_OR_GOOD(-1, 0)>(x, keep_axes);  // error here
