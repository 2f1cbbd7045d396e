// SPDX-License-Identifier: BSL-1.0
// Elements hold what a shape counts.
// expect: arange: numbers from 0 to 128 do not fit int8
#include <shapeproof/ops/arange.hpp>
using namespace shapeproof;

auto x = arange<std::int8_t, Shape<BAD_OR_GOOD(129, 128)>>();  // error here
