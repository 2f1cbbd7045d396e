// SPDX-License-Identifier: BSL-1.0
// Parts are equal.
// expect: chunk: axis 0 is 10, which 4 equal parts do not make: 10 / 4 leaves 2; split_with_sizes<0, 3, 3, 3, 1> is what PyTorch does
#include <shapeproof/ops/parts.hpp>
using namespace shapeproof;

Tensor<float, Shape<10, 3>> x;
auto y = chunk<0, BAD_OR_GOOD(4, 5)>(x);  // error here
