// SPDX-License-Identifier: BSL-1.0
// Nor than the image with its padding.
// expect: random_crop: axis 1 is 24, with its padding 30; 32 are to be cut out
#include <shapeproof/data/images.hpp>
using namespace shapeproof;

Tensor<float, Shape<3, 24, 32>> x;
auto y = random_crop<32, 32, BAD_OR_GOOD(3, 4)>(x, {.seed = 1});  // error here
