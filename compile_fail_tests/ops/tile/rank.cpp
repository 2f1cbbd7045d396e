// SPDX-License-Identifier: BSL-1.0
// The result has at most 8 axes.
// expect: tile: 9 repeats make rank 9; 8 is the highest there is
#include <shapeproof/ops/tile.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = tile<1, 1, 1, 1, 1, 1, 1, 1 BAD(, 1)>(x);  // error here
