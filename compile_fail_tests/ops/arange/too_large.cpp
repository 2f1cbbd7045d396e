// SPDX-License-Identifier: BSL-1.0
// Elements hold what is counted.
// expect: arange: numbers from 0 to 299 do not fit uint8
#include <shapeproof/ops/arange.hpp>
using namespace shapeproof;

auto x = arange<std::uint8_t, BAD_OR_GOOD(300, 256)>();  // error here
