// SPDX-License-Identifier: BSL-1.0
// Something is left of the image.
// expect: interpolate: axis 2: 5 * 1 / 6 = 0; nothing is left
#include <shapeproof/ops/interpolate.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, 5>> x;
auto y = interpolate<ScaleFactor<Fraction{1, BAD_OR_GOOD(6, 5)}>>(x);  // error here
