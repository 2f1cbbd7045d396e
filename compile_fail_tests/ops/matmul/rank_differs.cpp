// SPDX-License-Identifier: BSL-1.0
// No operand is repeated silently.
// expect: matmul: rank 3 on the left and 2 on the right; batch axes must be equal: broadcast_to<...> repeats an operand
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

Tensor<float, Shape<8, 2, 3>> x;
Tensor<float, Shape<GOOD(8, ) 3, 5>> y;
auto z = matmul(x, y);  // error here
