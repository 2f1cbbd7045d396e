// SPDX-License-Identifier: BSL-1.0
// A factor is above 0.
// expect: interpolate: ScaleFactor<Fraction{1, 0}> holds Fraction{1, 0}; a factor is above 0
#include <shapeproof/ops/interpolate.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, 5>> x;
auto y = interpolate<ScaleFactor<Fraction{1, BAD_OR_GOOD(0, 1)}>>(x);  // error here
