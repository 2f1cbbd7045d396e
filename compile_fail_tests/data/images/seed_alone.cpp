// SPDX-License-Identifier: BSL-1.0
// A step that draws at random wants a seed, alone as in a pipeline.
// expect: random_rotate: it draws at random and wants a seed; steps(images, {.seed = 1}) gives one
#include <shapeproof/data/images.hpp>
using namespace shapeproof;

Tensor<std::uint8_t, Shape<3, 8, 8>> x;
auto y = random_rotate(10)(x GOOD(, {.seed = 1}));  // error here
