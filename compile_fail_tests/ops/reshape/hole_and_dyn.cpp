// SPDX-License-Identifier: BSL-1.0
// An extent that is dyn is worked out as a hole is.
// expect: reshape: Shape<_, dyn> leaves 2 extents open; one can be worked out from 12 elements
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

Tensor<float, Shape<12>> x;
auto y = reshape<Shape<_, BAD_OR_GOOD(dyn, 3)>>(x);  // error here
