// SPDX-License-Identifier: BSL-1.0
// An operand has at most eight indices.
// expect: einsum "abcdefghi->a": "i" at character 9 is one index too many; an operand has at most 8
#include <shapeproof/ops/einsum.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> a;
auto y = einsum<BAD_OR_GOOD("abcdefghi->a", "ab->a")>(a);  // error here
