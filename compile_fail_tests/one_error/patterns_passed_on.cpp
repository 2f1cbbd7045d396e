// SPDX-License-Identifier: BSL-1.0
// What a pattern refuses passes on quietly.
// expect: rearrange "a b -> b": "a" at character 1 stands on the left only; reduce drops axes
#include <shapeproof/ops/einsum.hpp>
#include <shapeproof/ops/reduce_pattern.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto rows = rearrange<BAD_OR_GOOD("a b -> b", "a b -> a b")>(x);  // error here
auto y = einsum<"a,ab">(reduce<"a b c -> a", "sum">(repeat<"a b -> a b 2">(rows)), x);
