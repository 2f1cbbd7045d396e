// SPDX-License-Identifier: BSL-1.0
// != asks what == asks.
// expect: ==: rank 1 on the left and 2 on the right; NumPy would broadcast to Shape<1, 3>: say broadcast_to<...> if that is meant
#include <shapeproof/ops/equal.hpp>
using namespace shapeproof;

Tensor<float, Shape<3>> x;
Tensor<float, Shape<BAD(1, ) 3>> y;
bool differ = x != y;  // error here
