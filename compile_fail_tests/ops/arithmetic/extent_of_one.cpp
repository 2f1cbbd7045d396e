// SPDX-License-Identifier: BSL-1.0
// Nothing is broadcast silently; the sentence says what NumPy would have done.
// expect: add: axis 1 is 3 on the left and 1 on the right; they must be equal; NumPy would broadcast to Shape<2, 3>: say broadcast_to<...> if that is meant
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
Tensor<float, Shape<2, BAD_OR_GOOD(1, 3)>> y;
auto z = x + y;  // error here
