// SPDX-License-Identifier: BSL-1.0
// There is at least one group.
// expect: group_norm: 0 groups; at least 1 is wanted
#include <shapeproof/ops/batch_norm.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 8, 5>> x;
auto y = group_norm<BAD_OR_GOOD(0, 1)>(x);  // error here
