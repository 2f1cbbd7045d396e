// SPDX-License-Identifier: BSL-1.0
// reduce adds no axis.
// expect: reduce "a b -> a c": "c" at character 10 stands on the right only; repeat adds axes
#include <shapeproof/ops/reduce_pattern.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = reduce<BAD_OR_GOOD("a b -> a c", "a b -> a"), "max">(x);  // error here
