// SPDX-License-Identifier: BSL-1.0
// A layer that is completed by its input finds the axis there.
// expect: layer 1 (conv2d): the input, Shape<8, 9>, has no axis -3, which holds the channels
#include <shapeproof/nn.hpp>
using namespace shapeproof;

auto net = sequential<Shape<GOOD(3, ) 8, 9>>(relu, conv2d<10, 3>);  // error here
