// SPDX-License-Identifier: BSL-1.0
// A reshape does not declare a name anew.
// expect: reshape: axis 1 of Shape<3, T> has a name that the operand declares otherwise; declare it once
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

inline constexpr auto T = axis("T"), Long = axis("T").at_least(2);
auto f(const Tensor<float, Shape<3, T>>& x) {
  return reshape<Shape<3, BAD_OR_GOOD(Long, T)>>(x);  // error here
}
