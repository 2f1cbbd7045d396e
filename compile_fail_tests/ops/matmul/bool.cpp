// SPDX-License-Identifier: BSL-1.0
// A product of matrices wants numbers.
// expect: matmul: elements are bool; cast<std::int32_t>(x) makes numbers of them
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

Tensor<BAD_OR_GOOD(bool, int), Shape<2, 2>> x;
auto z = matmul(x, x);  // error here
