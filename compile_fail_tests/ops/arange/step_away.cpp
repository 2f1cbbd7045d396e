// SPDX-License-Identifier: BSL-1.0
// A step leads to the stop, as in PyTorch; NumPy would give no element.
// expect: arange: steps of 1 lead from 10 away from 2; steps of the other sign would fit
#include <shapeproof/ops/arange.hpp>
using namespace shapeproof;

auto x = arange<int, 10, 2, BAD_OR_GOOD(1, -1)>();  // error here
