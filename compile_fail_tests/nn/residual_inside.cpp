// SPDX-License-Identifier: BSL-1.0
// A layer inside of a block says its place in there.
// expect: layer 1.1 (BatchNorm2d<9>): axis 1 of the input is 8, axis 0 of the mean is 9; BatchNorm2d<8> would fit
#include <shapeproof/nn.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
using Norm = BatchNorm2d<BAD_OR_GOOD(9, 8)>;
auto net = sequential<Shape<N, 8, 16, 16>>(relu, Residual(layers(conv2d<8, 3, Padding<1>>, Norm())));  // error here
