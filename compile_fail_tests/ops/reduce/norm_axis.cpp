// SPDX-License-Identifier: BSL-1.0
// A vector has no axis 1.
// expect: norm: there is no axis 1 in rank 1; axes are -1 to 0
#include <shapeproof/ops/statistics.hpp>
using namespace shapeproof;

Tensor<float, Shape<3>> x;
auto y = norm<BAD_OR_GOOD(1, 0)>(x, 1);  // error here
