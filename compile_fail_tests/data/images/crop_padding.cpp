// SPDX-License-Identifier: BSL-1.0
// A padding adds.
// expect: random_crop: a padding of -1; it is at least 0
#include <shapeproof/data/images.hpp>
using namespace shapeproof;

Tensor<float, Shape<3, 32, 32>> x;
auto y = random_crop<28, 28, BAD_OR_GOOD(-1, 0)>(x, {.seed = 1});  // error here
