// SPDX-License-Identifier: BSL-1.0
// A pattern has at most eight axes a side.
// expect: rearrange "a b (c d e f g h i) -> (a b c d e f g h i)": more than 8 axes stand on the left
#include <shapeproof/ops/rearrange.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = rearrange<BAD_OR_GOOD("a b (c d e f g h i) -> (a b c d e f g h i)", "a (b) -> (a b)")>(x);  // error here
