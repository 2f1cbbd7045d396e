// SPDX-License-Identifier: BSL-1.0
// Corners are aligned where something is between them.
// expect: interpolate: AlignCorners is for Bilinear; Nearest has no corners to align
#include <shapeproof/ops/interpolate.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, 5>> x;
auto y = interpolate<8, AlignCorners, BAD_OR_GOOD(Nearest, Bilinear)>(x);  // error here
