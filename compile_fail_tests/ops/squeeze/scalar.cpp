// SPDX-License-Identifier: BSL-1.0
// A scalar has no axis at all.
// expect: squeeze: there is no axis 0 in rank 0
#include <shapeproof/ops/squeeze.hpp>
using namespace shapeproof;

Tensor<float, Shape<GOOD(1)>> x;
auto y = squeeze<0>(x);  // error here
