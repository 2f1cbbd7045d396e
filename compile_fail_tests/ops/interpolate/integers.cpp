// SPDX-License-Identifier: BSL-1.0
// Between integers are fractions.
// expect: interpolate: elements are int32; cast<float>(x) gives them fractions
#include <shapeproof/ops/interpolate.hpp>
using namespace shapeproof;

Tensor<int, Shape<2, 3, 5, 5>> x;
auto y = interpolate<8, BAD_OR_GOOD(Bilinear, Nearest)>(x);  // error here
