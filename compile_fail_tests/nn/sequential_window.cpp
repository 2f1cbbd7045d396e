// SPDX-License-Identifier: BSL-1.0
// What a layer makes of too small an image is found in the middle of a row.
// expect: layer 3 (Conv2d<6, 16, 9>): axis 2: (8 + 2*0 - 1*(9 - 1) - 1) / 1 + 1 = 0; the kernel does not fit the padded input
#include <shapeproof/nn.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto net =
    sequential<Shape<N, 3, 20, 20>>(conv2d<6, 5>, relu, max_pool2d<2>, conv2d<16, BAD_OR_GOOD(9, 8)>);  // error here
