// SPDX-License-Identifier: BSL-1.0
// A pattern is known at compile time, also for a shape that is not.
// expect: rearrange "a b -> b": "a" at character 1 stands on the left only; reduce drops axes
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

DynamicTensor<float> x;
auto y = rearrange<BAD_OR_GOOD("a b -> b", "a b -> b a")>(x);  // error here
