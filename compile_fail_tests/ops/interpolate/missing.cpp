// SPDX-License-Identifier: BSL-1.0
// Something says how large the result is.
// expect: interpolate: one of its options is missing: Output, ScaleFactor
#include <shapeproof/ops/interpolate.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, 5>> x;
auto y = interpolate<Bilinear GOOD(, Output<8>)>(x);  // error here
