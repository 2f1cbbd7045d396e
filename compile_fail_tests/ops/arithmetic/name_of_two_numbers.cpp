// SPDX-License-Identifier: BSL-1.0
// One name holds one number.
// expect: add: axis 0 is N(3) on the left and N(4) on the right; they must be equal
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Tensor<float, Shape<N(3)>> x;
Tensor<float, Shape<N(BAD_OR_GOOD(4, 3))>> y;
auto z = x + y;  // error here
