// SPDX-License-Identifier: BSL-1.0
// An axis is taken apart without a rest.
// expect: rearrange "n c (h p) (w q) -> n (h w) (c p q)": axis 2 holds 222, p is 16: 222 / 16 leaves 14
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

Tensor<float, Shape<8, 3, BAD_OR_GOOD(222, 224), 224>> x;
auto y = rearrange<"n c (h p) (w q) -> n (h w) (c p q)">(x, sizes<"p", 16>, sizes<"q", 16>);  // error here
