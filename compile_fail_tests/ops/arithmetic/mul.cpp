// SPDX-License-Identifier: BSL-1.0
// mul says its own name, and is no matrix product.
// expect: mul: axis 0 is 2 on the left and 3 on the right; they must be equal
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
Tensor<float, Shape<BAD(3, 2) GOOD(2, 3)>> y;
auto z = x * y;  // error here
