// SPDX-License-Identifier: BSL-1.0
// The kernel's elements divide the rows.
// expect: fold: axis 1 is 11; a kernel of 4 elements does not divide it
#include <shapeproof/ops/unfold.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, BAD_OR_GOOD(11, 12), 20>> columns;
auto y = fold<2, Output<5, 6>>(columns);  // error here
