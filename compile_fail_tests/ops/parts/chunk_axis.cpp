// SPDX-License-Identifier: BSL-1.0
// chunk<2, ...> wants an axis 2.
// expect: chunk: there is no axis 2 in rank 2; axes are -2 to 1
#include <shapeproof/ops/parts.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = chunk<BAD_OR_GOOD(2, 1), 3>(x);  // error here
