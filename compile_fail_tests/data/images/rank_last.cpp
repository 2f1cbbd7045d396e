// SPDX-License-Identifier: BSL-1.0
// The same for channels at the end.
// expect: channels_first: the images have rank 5; [height, width, channels] is wanted, or a batch of them
#include <shapeproof/data/images.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 2, 8, 8 BAD(, 3)>> x;
auto y = channels_first(x);  // error here
