// SPDX-License-Identifier: BSL-1.0
// Tensors of different element types do not compare.
// expect: ==: float32 on the left and int32 on the right; cast<float>(right) or cast<std::int32_t>(left) makes them equal
#include <shapeproof/ops/equal.hpp>
using namespace shapeproof;

Tensor<float, Shape<3>> x;
Tensor<BAD_OR_GOOD(int, float), Shape<3>> y;
bool same = x == y;  // error here
