// SPDX-License-Identifier: BSL-1.0
// What has no element cannot become larger.
// expect: resize: axis 1 of the input is 0; there is nothing to move a window over
#include <shapeproof/data/images.hpp>
using namespace shapeproof;

Tensor<float, Shape<3, BAD_OR_GOOD(0, 1), 8>> x;
auto y = resize<8, 8>(x);  // error here
