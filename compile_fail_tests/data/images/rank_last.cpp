// SPDX-License-Identifier: BSL-1.0
// Images with channels at the end are [height, width, channels], or a batch of these.
// expect: channels_first: the images have rank 5; [height, width, channels] is wanted, or a batch of them
#include <shapeproof/data/images.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 2, 8, 8 BAD(, 3)>> x;
auto y = channels_first(x);  // error here
