// SPDX-License-Identifier: BSL-1.0
// What is added to the input has its shape.
// expect: layer 1 (Residual, shortcut + block): axis 1 is 8 on the left and 9 on the right; they must be equal
#include <shapeproof/nn.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto net = sequential<Shape<N, 8, 16, 16>>(relu, Residual(conv2d<BAD_OR_GOOD(9, 8), 3, Padding<1>>));  // error here
