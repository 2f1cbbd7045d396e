// SPDX-License-Identifier: BSL-1.0
// Only an axis of extent 1 can go; PyTorch leaves others alone, silently.
// expect: squeeze: axis 1 is 3; only an axis of extent 1 can go
#include <shapeproof/ops/squeeze.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, BAD_OR_GOOD(3, 1)>> x;
auto y = squeeze<1>(x);  // error here
