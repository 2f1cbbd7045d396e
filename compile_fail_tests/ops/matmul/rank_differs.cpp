// SPDX-License-Identifier: BSL-1.0
// Batch axes are the same on both sides.
// expect: matmul: rank 4 on the left and 3 on the right; batch axes must be equal: broadcast_to<...> repeats an operand
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

Tensor<float, Shape<7, 8, 2, 3>> x;
Tensor<float, Shape<GOOD(7, ) 8, 3, 5>> y;
auto z = matmul(x, y);  // error here
