// SPDX-License-Identifier: BSL-1.0
// A name keeps its declaration.
// expect: as: axis 0 is wanted as T, with a name that is declared otherwise already; declare it once
#include <shapeproof/convert.hpp>
using namespace shapeproof;

inline constexpr auto T = axis("T"), Long = axis("T").at_least(2);
auto f(const Tensor<float, Shape<BAD_OR_GOOD(T, Long), 3>>& x) {
  return as<Shape<Long, 3>>(x);  // error here
}
