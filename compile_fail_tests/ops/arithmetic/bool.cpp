// SPDX-License-Identifier: BSL-1.0
// Arithmetic wants numbers.
// expect: add: elements are bool; cast<std::int32_t>(x) makes numbers of them
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

Tensor<BAD_OR_GOOD(bool, int), Shape<3>> x;
auto z = x + x;  // error here
