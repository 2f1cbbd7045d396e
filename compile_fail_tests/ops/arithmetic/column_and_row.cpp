// SPDX-License-Identifier: BSL-1.0
// A column and a row: what NumPy would silently make a matrix of.
// expect: add: rank 2 on the left and 1 on the right; NumPy would broadcast to Shape<8, 8>: say broadcast_to<...> if that is meant
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

Tensor<float, Shape<8, 1>> x;
Tensor<float, Shape<8 GOOD(, 1)>> y;
auto z = x + y;  // error here
