// SPDX-License-Identifier: BSL-1.0
// Where the last axis has as many elements as there are means, channels are at the end.
// expect: normalize: axis 0 holds 28 channels, means and standard deviations are for 3; axis 2 is 3: channels_first before it moves it
#include <shapeproof/data/images.hpp>
using namespace shapeproof;

Tensor<float, Shape<BAD(28, 28, 3) GOOD(3, 28, 28)>> x;
auto y = normalize({0, 0, 0}, {1, 1, 1})(x);  // error here
