// SPDX-License-Identifier: BSL-1.0
// The classes need an axis of their own.
// expect: one_hot: the ids have rank 8 already, at most 8 are supported
#include <shapeproof/ops/one_hot.hpp>
using namespace shapeproof;

Tensor<int, Shape<1, 1, 1, 1, 1, 1, 1 BAD(, 1)>> ids;
auto x = one_hot<10>(ids);  // error here
