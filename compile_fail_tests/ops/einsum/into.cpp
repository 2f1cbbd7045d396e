// SPDX-License-Identifier: BSL-1.0
// einsum_into writes into a tensor of the result's shape.
// expect: einsum_into: the result is Shape<2, 4>, out is Shape<4, 2>
#include <shapeproof/ops/einsum.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> a;
Tensor<float, Shape<3, 4>> b;
Tensor<float, Shape<BAD(4, 2) GOOD(2, 4)>> out;
void f() {
  einsum_into<"ij,jk->ik">(out, a, b);  // error here
}
