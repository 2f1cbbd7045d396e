// SPDX-License-Identifier: BSL-1.0
// A width of H*64 is no multiple of 32 heads.
// expect: split: 64*H elements cannot be shown to divide by the 48 of Shape<_, 48>; an axis that is dyn is checked at run time
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

inline constexpr auto H = axis("H");
auto f(const Tensor<float, Shape<7, 64 * H>>& x) {
  return split<1, _, BAD_OR_GOOD(48, 64)>(x);  // error here
}
