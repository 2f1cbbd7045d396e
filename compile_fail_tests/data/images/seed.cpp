// SPDX-License-Identifier: BSL-1.0
// What draws at random is told a seed.
// expect: pipeline, step 2 of 2: random_flip: it draws at random and wants a seed; steps(images, {.seed = 1}) gives one; it receives uint8
#include <shapeproof/data/images.hpp>
using namespace shapeproof;

Tensor<std::uint8_t, Shape<3, 8, 8>> x;
auto y = pipeline(vertical_flip, random_flip)(x GOOD(, {.seed = 1}));  // error here
