// SPDX-License-Identifier: BSL-1.0
// A reshape cannot make more than eight axes.
// expect: Shape: rank 9, at most 8 are supported
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

Tensor<float, Shape<1>> x;
auto y = reshape<Shape<1, 1, 1, 1, 1, 1, 1, 1 BAD(, 1)>>(x);  // error here
