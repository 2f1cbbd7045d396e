// SPDX-License-Identifier: BSL-1.0
// relu wants numbers.
// expect: relu: elements are bool; cast<std::int32_t>(x) makes numbers of them
#include <shapeproof/ops/activation.hpp>
using namespace shapeproof;

Tensor<BAD_OR_GOOD(bool, int), Shape<3>> x;
auto y = relu(x);  // error here
