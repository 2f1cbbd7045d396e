// SPDX-License-Identifier: BSL-1.0
// layer_norm<2> normalises axis 2 and what follows.
// expect: layer_norm: there is no axis 2 in rank 2; axes are -2 to 1
#include <shapeproof/ops/normalize.hpp>
using namespace shapeproof;

Tensor<float, Shape<3, 4>> x;
auto y = layer_norm<BAD_OR_GOOD(2, 1)>(x);  // error here
