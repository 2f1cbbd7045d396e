// SPDX-License-Identifier: BSL-1.0
// Columns alone do not say how high and wide their image was.
// expect: fold: Output is missing; it says the image's height and width
#include <shapeproof/ops/unfold.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 12, 20>> columns;
auto y = fold<2 GOOD(, Output<5, 6>)>(columns);  // error here
