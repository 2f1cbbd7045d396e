// SPDX-License-Identifier: BSL-1.0
// The new axis is one of at most 8.
// expect: stack: the operands have rank 8 already, the highest there is
#include <shapeproof/ops/concat.hpp>
using namespace shapeproof;

Tensor<float, Shape<1, 1, 1, 1, 1, 1, 1 BAD(, 1)>> x;
auto y = stack<0>(x, x);  // error here
