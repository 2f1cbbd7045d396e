// SPDX-License-Identifier: BSL-1.0
// Branches that are joined are equal along all other axes.
// expect: layer 1 (Parallel<Concat<1>>): axis 2 is 16 in operand 0 and 14 in operand 1; all axes but the joined one must be equal
#include <shapeproof/nn.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto branches = parallel<Concat<1>>(conv2d<4, 1>, conv2d<4, BAD_OR_GOOD(3, 1)>);
auto net = sequential<Shape<N, 8, 16, 16>>(relu, branches);  // error here
