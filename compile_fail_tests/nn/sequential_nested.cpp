// SPDX-License-Identifier: BSL-1.0
// A layer inside of a row that is inside of another says both places.
// expect: layer 2.1 (Linear<64, 10>): the last axis holds 32 features, 64 are wanted; Linear<32, 10> would fit
#include <shapeproof/nn.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto net =
    sequential<Shape<N, 8>>(linear<16>, relu, layers(linear<32>, Linear<BAD_OR_GOOD(64, 32), 10>()));  // error here
