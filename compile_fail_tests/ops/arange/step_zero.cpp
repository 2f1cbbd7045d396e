// SPDX-License-Identifier: BSL-1.0
// A step leads somewhere.
// expect: arange: steps of 0 lead from 2 nowhere, wanted is 10
#include <shapeproof/ops/arange.hpp>
using namespace shapeproof;

auto x = arange<int, 2, 10, BAD_OR_GOOD(0, 1)>();  // error here
