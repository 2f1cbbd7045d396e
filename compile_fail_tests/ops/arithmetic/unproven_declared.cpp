// SPDX-License-Identifier: BSL-1.0
// The left one may be 2*H or not; what D is declared to be is said.
// expect: add: axis 0 is D on the left and 2*H on the right, which cannot be shown equal where D=H*K; as<Shape<...>> checks it at run time
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

inline constexpr auto H = axis("H"), K = axis("K"), D = axis("D").equals(H * K);
auto f(const Tensor<float, Shape<D>>& x, const Tensor<float, Shape<BAD_OR_GOOD(2, K) * H>>& y) {
  return x + y;  // error here
}
