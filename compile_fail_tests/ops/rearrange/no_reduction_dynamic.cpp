// SPDX-License-Identifier: BSL-1.0
// A reduction's name is known at compile time, also for a shape that is not.
// expect: reduce "a b -> a": "" is no reduction; sum, mean, prod, max, min, any and all are
#include <shapeproof/ops/reduce_pattern.hpp>
using namespace shapeproof;

DynamicTensor<float> x;
auto y = reduce<"a b -> a", BAD_OR_GOOD("", "max")>(x);  // error here
