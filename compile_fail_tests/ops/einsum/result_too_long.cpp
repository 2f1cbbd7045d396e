// SPDX-License-Identifier: BSL-1.0
// A result has at most eight indices.
// expect: einsum "abcde,fghij": more than 8 indices stand once; the result has at most as many
#include <shapeproof/ops/einsum.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> a;
Tensor<float, Shape<3, 4>> b;
auto y = einsum<BAD_OR_GOOD("abcde,fghij", "ab,bc")>(a, b);  // error here
