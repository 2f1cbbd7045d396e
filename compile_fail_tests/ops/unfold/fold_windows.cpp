// SPDX-License-Identifier: BSL-1.0
// There is a column for each window.
// expect: fold: axis 2 is 21; the image has 20 windows
#include <shapeproof/ops/unfold.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 12, BAD_OR_GOOD(21, 20)>> columns;
auto y = fold<2, Output<5, 6>>(columns);  // error here
