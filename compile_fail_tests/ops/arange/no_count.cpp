// SPDX-License-Identifier: BSL-1.0
// What is known at run time only takes a number.
// expect: arange: Shape<dyn> takes 1 numbers, 0 are given
#include <shapeproof/ops/arange.hpp>
using namespace shapeproof;

auto x = arange<int>(GOOD(5));  // error here
