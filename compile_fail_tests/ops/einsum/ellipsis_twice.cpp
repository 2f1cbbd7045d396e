// SPDX-License-Identifier: BSL-1.0
// An operand has one ellipsis.
// expect: einsum "...i...->i": "..." at character 5 is the second of one operand
#include <shapeproof/ops/einsum.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> a;
auto y = einsum<BAD_OR_GOOD("...i...->i", "...i->i")>(a);  // error here
