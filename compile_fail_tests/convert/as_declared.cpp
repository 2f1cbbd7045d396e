// SPDX-License-Identifier: BSL-1.0
// A door verifies what is declared.
// expect: as: axis 0 is 12, wanted is W; it is declared as W%8==0
#include <shapeproof/convert.hpp>
using namespace shapeproof;

inline constexpr auto W = axis("W").multiple_of(8);
Tensor<float, Shape<BAD_OR_GOOD(12, 16), 3>> x;
auto y = as<Shape<W, 3>>(x);  // error here
