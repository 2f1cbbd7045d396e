// SPDX-License-Identifier: BSL-1.0
// A vector has no two axes to swap.
// expect: transpose: there is no axis -2 in rank 1; axes are -1 to 0
#include <shapeproof/ops/permute.hpp>
using namespace shapeproof;

Tensor<float, Shape<3 GOOD(, 1)>> x;
auto y = transpose(x);  // error here
