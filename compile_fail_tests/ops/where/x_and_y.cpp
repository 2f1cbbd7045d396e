// SPDX-License-Identifier: BSL-1.0
// Both choices have one shape.
// expect: where (x, y): rank 1 on the left and 2 on the right; NumPy would broadcast to Shape<2, 2>: say broadcast_to<...> if that is meant
#include <shapeproof/ops/where.hpp>
using namespace shapeproof;

Tensor<bool, Shape<2>> condition;
Tensor<float, Shape<2>> x;
Tensor<float, Shape<2 BAD(, 2)>> y;
auto z = where(condition, x, y);  // error here
