// SPDX-License-Identifier: BSL-1.0
// A reduction has one of seven names.
// expect: reduce "a b -> a": "average" is no reduction; sum, mean, prod, max, min, any and all are
#include <shapeproof/ops/reduce_pattern.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = reduce<"a b -> a", BAD_OR_GOOD("average", "mean")>(x);  // error here
