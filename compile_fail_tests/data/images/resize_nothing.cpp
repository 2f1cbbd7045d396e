// SPDX-License-Identifier: BSL-1.0
// An image is at least one element high and wide.
// expect: resize: 0 by 8 is wanted; both must be at least 1
#include <shapeproof/data/images.hpp>
using namespace shapeproof;

Tensor<float, Shape<3, 8, 8>> x;
auto y = resize<BAD_OR_GOOD(0, 4), 8>(x);  // error here
