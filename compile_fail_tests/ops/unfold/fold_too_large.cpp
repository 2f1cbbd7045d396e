// SPDX-License-Identifier: BSL-1.0
// The window fits the image.
// expect: fold: axis 1: (1 + 2*0 - 1*(2 - 1) - 1) / 1 + 1 = 0; the kernel does not fit the padded input
#include <shapeproof/ops/unfold.hpp>
using namespace shapeproof;

Tensor<float, Shape<4, 5>> columns;
auto y = fold<2, Output<BAD_OR_GOOD(1, 2), 6>>(columns);  // error here
