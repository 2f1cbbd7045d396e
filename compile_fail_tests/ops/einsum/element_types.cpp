// SPDX-License-Identifier: BSL-1.0
// Element types are not mixed silently.
// expect: einsum: float32 on the left and float64 on the right; cast<float>(right) or cast<double>(left) makes them equal
#include <shapeproof/ops/einsum.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> a;
Tensor<BAD_OR_GOOD(double, float), Shape<3, 4>> b;
auto y = einsum<"ij,jk->ik">(a, b);  // error here
