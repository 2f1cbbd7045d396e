// SPDX-License-Identifier: BSL-1.0
// A sum of products wants numbers.
// expect: einsum: elements are bool; cast<std::int32_t>(x) makes numbers of them
#include <shapeproof/ops/einsum.hpp>
using namespace shapeproof;

Tensor<BAD_OR_GOOD(bool, int), Shape<2, 2>> x;
auto y = einsum<"ij,jk->ik">(x, x);  // error here
