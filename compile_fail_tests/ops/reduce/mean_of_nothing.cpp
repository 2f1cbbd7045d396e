// SPDX-License-Identifier: BSL-1.0
// An axis of extent 0 has no mean; PyTorch gives NaN.
// expect: mean: axis 0 is 0; mean of no elements is not defined
#include <shapeproof/ops/reduce.hpp>
using namespace shapeproof;

Tensor<float, Shape<BAD_OR_GOOD(0, 3)>> x;
auto y = mean(x);  // error here
