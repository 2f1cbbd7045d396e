// SPDX-License-Identifier: BSL-1.0
// There is no ninth axis.
// expect: unsqueeze: the operand has rank 8 already, the highest there is
#include <shapeproof/ops/squeeze.hpp>
using namespace shapeproof;

Tensor<float, Shape<1, 2, 1, 2, 1, 2, 1 BAD(, 2)>> x;
auto y = unsqueeze<0>(x);  // error here
