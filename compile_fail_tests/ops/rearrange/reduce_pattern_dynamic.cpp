// SPDX-License-Identifier: BSL-1.0
// A pattern that reduces is known at compile time, also for a shape that is not.
// expect: reduce "a b -> a": sizes names "c", which is no axis of the pattern
#include <shapeproof/ops/reduce_pattern.hpp>
using namespace shapeproof;

DynamicTensor<float> x;
auto y = reduce<"a b -> a", "max">(x, sizes<BAD_OR_GOOD("c", "b"), 3>);  // error here
