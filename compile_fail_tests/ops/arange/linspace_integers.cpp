// SPDX-License-Identifier: BSL-1.0
// What lies between two numbers has fractions.
// expect: linspace: elements are int32 and what lies between would be cut; linspace<float>(...) keeps it
#include <shapeproof/ops/arange.hpp>
using namespace shapeproof;

auto x = linspace<BAD_OR_GOOD(int, float), 5>(0, 1);  // error here
