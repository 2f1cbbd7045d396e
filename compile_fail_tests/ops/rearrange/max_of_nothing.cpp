// SPDX-License-Identifier: BSL-1.0
// Nothing has no largest element.
// expect: reduce "a b -> a": the axes that go hold no element; max of none is not defined
#include <shapeproof/ops/reduce_pattern.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, BAD_OR_GOOD(0, 1)>> x;
auto y = reduce<"a b -> a", "max">(x);  // error here
