// SPDX-License-Identifier: BSL-1.0
// Channels that are in front cannot be brought there.
// expect: pipeline, step 2 of 2: channels_first: a step before it leaves images as [channels, height, width], wanted is [height, width, channels]; it receives uint8 Shape<3, 6, 8>
#include <shapeproof/data/images.hpp>
using namespace shapeproof;

Tensor<std::uint8_t, Shape<3, 6, 8>> x;
auto y = pipeline(BAD_OR_GOOD(horizontal_flip, channels_last), channels_first)(x);  // error here
