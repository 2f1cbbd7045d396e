// SPDX-License-Identifier: BSL-1.0
// Groups divide the channels.
// expect: group_norm: 3 groups do not divide 8 channels (axis 1); 2 or 4 would
#include <shapeproof/ops/batch_norm.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 8, 5>> x;
auto y = group_norm<BAD_OR_GOOD(3, 4)>(x);  // error here
