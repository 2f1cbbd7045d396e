// SPDX-License-Identifier: BSL-1.0
// An operation in a model fits what comes out of the layer before, and speaks with its place.
// expect: layer 1 (max_pool2d): axis 2: (4 + 2*0 - 1*(5 - 1) - 1) / 5 + 1 = 0; the kernel does not fit the padded input
#include <shapeproof/nn.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto net = sequential<Shape<N, 3, 8, 8>>(conv2d<6, 5>, max_pool2d<BAD_OR_GOOD(5, 2)>, Flatten());  // error here
