// SPDX-License-Identifier: BSL-1.0
// A name holds one number in all operands.
// expect: conv2d: axis 0 of the right operand is N(6), but the left operand says otherwise; a name holds one number
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Tensor<float, Shape<N(BAD_OR_GOOD(2, 6)), 3, 5, 5>> x;
Tensor<float, Shape<6, 3, 3, 3>> kernel;
Tensor<float, Shape<N(6)>> bias;
auto y = conv2d<>(x, kernel, bias);  // error here
