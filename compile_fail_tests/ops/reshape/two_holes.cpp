// SPDX-License-Identifier: BSL-1.0
// At most one extent can be worked out.
// expect: reshape: Shape<_, _, 32> leaves 2 extents open; one can be worked out from 49152 elements
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

Tensor<float, Shape<49152>> x;
auto y = reshape<Shape<_, BAD_OR_GOOD(_, 48), 32>>(x);  // error here
