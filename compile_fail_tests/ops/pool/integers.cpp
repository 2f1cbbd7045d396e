// SPDX-License-Identifier: BSL-1.0
// An average of integers would be cut.
// expect: avg_pool2d: elements are int32; cast<float>(x) gives them fractions
#include <shapeproof/ops/pool.hpp>
using namespace shapeproof;

Tensor<BAD_OR_GOOD(int, float), Shape<2, 3, 5, 5>> x;
auto y = avg_pool2d<2>(x);  // error here
