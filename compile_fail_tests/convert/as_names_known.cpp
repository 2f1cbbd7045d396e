// SPDX-License-Identifier: BSL-1.0
// as<> does not change the name of a known extent either.
// expect: as: axis 0 is H(32), wanted is W(32); a name changes only through dyn
#include <shapeproof/convert.hpp>
using namespace shapeproof;

inline constexpr auto H = axis("H"), W = axis("W");
Tensor<float, Shape<H(32)>> x;
auto y = as<Shape<BAD_OR_GOOD(W, H)(32)>>(x);  // error here
