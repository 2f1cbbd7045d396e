// SPDX-License-Identifier: BSL-1.0
// Images have three axes, and a batch of them four.
// expect: horizontal_flip: the images have rank 2; [channels, height, width] is wanted, or a batch of them
#include <shapeproof/data/images.hpp>
using namespace shapeproof;

Tensor<float, Shape<BAD(8, 8) GOOD(1, 8, 8)>> x;
auto y = horizontal_flip(x);  // error here
