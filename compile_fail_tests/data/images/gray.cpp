// SPDX-License-Identifier: BSL-1.0
// Gray is one channel, or three equal ones.
// expect: grayscale: 2 channels are wanted; 1 or 3 can be made
#include <shapeproof/data/images.hpp>
using namespace shapeproof;

Tensor<float, Shape<3, 8, 8>> x;
auto y = grayscale_as<BAD_OR_GOOD(2, 3)>(x);  // error here
