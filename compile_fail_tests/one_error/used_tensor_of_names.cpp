// SPDX-License-Identifier: BSL-1.0
// A tensor that cannot be made of nothing is one error, also where it is used.
// expect: Tensor: Shape<N, 3> has extents that are known at run time only; zeros<T, Shape<N, 3>>(...) takes them
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f() {
  Tensor<float, Shape<BAD_OR_GOOD(N, 16), 3>> x;  // error here
  return x + x;
}
