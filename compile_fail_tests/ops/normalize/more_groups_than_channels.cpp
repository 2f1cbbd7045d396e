// SPDX-License-Identifier: BSL-1.0
// No more groups than channels.
// expect: group_norm: 16 groups do not divide 8 channels (axis 1); 8 would
#include <shapeproof/ops/batch_norm.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 8, 5>> x;
auto y = group_norm<BAD_OR_GOOD(16, 8)>(x);  // error here
