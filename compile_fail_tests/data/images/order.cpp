// SPDX-License-Identifier: BSL-1.0
// After channels_last, channels are at the end.
// expect: pipeline, step 2 of 2: horizontal_flip: a step before it leaves images as [height, width, channels], wanted is [channels, height, width]; it receives uint8 Shape<6, 8, 3>
#include <shapeproof/data/images.hpp>
using namespace shapeproof;

Tensor<std::uint8_t, Shape<3, 6, 8>> x;
auto y = pipeline(BAD_OR_GOOD(channels_last, vertical_flip), horizontal_flip)(x);  // error here
