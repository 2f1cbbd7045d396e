// SPDX-License-Identifier: BSL-1.0
// What was refused before is no second error.
// expect: resize: 0 by 8 is wanted; both must be at least 1
#include <shapeproof/data/images.hpp>
using namespace shapeproof;

Tensor<float, Shape<3, 8, 8>> x;
auto y = pipeline(random_flip, grayscale)(resize<BAD_OR_GOOD(0, 4), 8>(x), {.seed = 1});  // error here
