// SPDX-License-Identifier: BSL-1.0
// Bounds with fractions need elements that have them.
// expect: arange: elements are int32 and floating-point bounds would be cut; arange<float>(...) keeps them
#include <shapeproof/ops/arange.hpp>
using namespace shapeproof;

auto x = arange<BAD_OR_GOOD(int, float)>(0.5, 2.5);  // error here
