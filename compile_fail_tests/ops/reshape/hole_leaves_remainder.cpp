// SPDX-License-Identifier: BSL-1.0
// The hole is worked out without a remainder.
// expect: reshape: 49153 elements cannot fill Shape<_, 3, 32, 32>: 49153 / 3072 leaves 1
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

Tensor<float, Shape<BAD_OR_GOOD(49153, 49152)>> x;
auto y = reshape<Shape<_, 3, 32, 32>>(x);  // error here
