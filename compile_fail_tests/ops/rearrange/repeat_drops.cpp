// SPDX-License-Identifier: BSL-1.0
// repeat drops no axis.
// expect: repeat "a b -> a 2": "b" at character 3 stands on the left only; reduce drops axes
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = repeat<BAD_OR_GOOD("a b -> a 2", "a b -> a 2 b")>(x);  // error here
