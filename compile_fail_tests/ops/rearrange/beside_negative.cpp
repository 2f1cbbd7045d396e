// SPDX-License-Identifier: BSL-1.0
// What a name's number makes of a factor is no extent.
// expect: rearrange "(a b) n -> a b n": axis 0 holds 4: b cannot be worked out beside a negative number
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");

Tensor<float, Shape<4, N(BAD_OR_GOOD(1, 4))>> x;
auto y = rearrange<"(a b) n -> a b n">(x, sizes<"a", N / 2 - 1>);  // error here
