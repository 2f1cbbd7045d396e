// SPDX-License-Identifier: BSL-1.0
// matmul_into writes into a tensor that can be shown to have the result's shape.
// expect: matmul_into: the result is Shape<2*N, 5>, out is Shape<M+N, 5>, which cannot be shown equal; as<Shape<...>> on an operand checks it at run time
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), M = axis("M");
void f(const Tensor<float, Shape<2 * N, 3>>& x, const Tensor<float, Shape<3, 5>>& y,
       Tensor<float, Shape<BAD_OR_GOOD(M, N) + N, 5>>& out) {
  matmul_into(out, x, y);  // error here
}
