// SPDX-License-Identifier: BSL-1.0
// Color is three channels.
// expect: pipeline, step 1 of 2: color_jitter: axis 0 holds 4 channels; 3 are wanted, red, green and blue, or 1; it receives float32 Shape<4, 8, 8>
#include <shapeproof/data/images.hpp>
using namespace shapeproof;

Tensor<float, Shape<BAD_OR_GOOD(4, 3), 8, 8>> x;
auto y = pipeline(color_jitter({.hue = 0.1}), horizontal_flip)(x, {.seed = 1});  // error here
