// SPDX-License-Identifier: BSL-1.0
// What types cannot show is not assumed.
// expect: exp_into: the result is Shape<M+N>, out is Shape<2*N>, which cannot be shown equal; as<Shape<...>> on an operand checks it at run time
#include <shapeproof/ops/math.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), M = axis("M");
void f(Tensor<float, Shape<BAD_OR_GOOD(2 * N, M + N)>>& out, const Tensor<float, Shape<N + M>>& x) {
  exp_into(out, x);  // error here
}
