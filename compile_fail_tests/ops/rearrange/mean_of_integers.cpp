// SPDX-License-Identifier: BSL-1.0
// A mean has fractions.
// expect: mean: elements are int32; cast<float>(x) gives them fractions
#include <shapeproof/ops/reduce_pattern.hpp>
using namespace shapeproof;

Tensor<BAD_OR_GOOD(int, float), Shape<2, 3>> x;
auto y = reduce<"a b -> a", "mean">(x);  // error here
